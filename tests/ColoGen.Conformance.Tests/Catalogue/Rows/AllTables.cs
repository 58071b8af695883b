using ColoGen.Conformance.Tests.Catalogue.OnLibvirt;
using ColoGen.Conformance.Tests.Catalogue.OnQemu;

namespace ColoGen.Conformance.Tests.Catalogue.Rows;

/// <summary>Every section of the catalogues.</summary>
internal static class AllTables
{
    public static IReadOnlyList<Table> Tables { get; } =
    [
        QemuAccepted.Table,
        QemuTexts.Table,
        QemuSchema.Table,
        QemuNodeNames.Table,
        QemuReferences.Table,
        QemuOptionsOfDrivers.Table,
        QemuSharing.Table,
        QemuQuorum.Table,
        QemuReplicationNode.Table,
        QemuReplicationStart.Table,
        QemuExports.Table,
        LibvirtAccepted.Table,
        LibvirtRefused.Table,
    ];

    public static TheoryData<string> Names => [.. Tables.Select(table => table.Name)];

    /// <summary>The cases that satisfy a condition, by table, row and number.</summary>
    public static TheoryData<string, string, int> Where(Func<Case, bool> condition)
    {
        TheoryData<string, string, int> data = [];
        foreach (Table table in Tables)
        {
            foreach (Row row in table.Rows)
            {
                for (int number = 0; number < row.Cases.Length; number++)
                {
                    if (condition(row.Cases[number])) data.Add(table.Name, row.Name, number);
                }
            }
        }

        return data;
    }

    public static Case Get(string table, string row, int number) =>
        Tables.Single(item => item.Name == table).Rows.Single(item => item.Name == row).Cases[number];
}
