using ColoGen.Conformance.Tests.Catalogue.Rows;

namespace ColoGen.Conformance.Tests.Catalogue;

/// <summary>No row of a catalogue is left out.</summary>
public sealed class TableTests
{
    public static TheoryData<string> Names => AllTables.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void A_table_has_every_row_of_its_section_once(string name)
    {
        Table table = AllTables.Tables.Single(table => table.Name == name);
        Assert.Equal(table.Count, table.Rows.Select(row => row.Name).Distinct().Count());
        Assert.Equal(table.Count, table.Rows.Length);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_row_has_cases_and_every_inexpressible_one_a_reason(string name) => Assert.All(
        AllTables.Tables.Single(table => table.Name == name).Rows,
        row =>
        {
            Assert.NotEmpty(row.Cases);
            Assert.All(row.Cases.Select(item => item.Expectation).OfType<Expectation.Inexpressible>(), item => Assert.EndsWith(".", item.Reason));
        });
}
