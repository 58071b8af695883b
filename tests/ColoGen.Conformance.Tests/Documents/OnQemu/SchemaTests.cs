using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Layers;
using ColoGen.Core.Layers.Formats;

namespace ColoGen.Conformance.Tests.Documents.OnQemu;

/// <summary>What the kinds of layers and the formats say of QEMU's drivers, in the schema of a real QEMU (query-qmp-schema).</summary>
public sealed class SchemaTests
{
    [ToolFact(Programs.Qemu)]
    public async Task Kinds_and_formats_are_drivers_with_these_members()
    {
        QapiSchema schema = await ReadAsync();
        Assert.All(LayerKinds.All, kind =>
        {
            IReadOnlyDictionary<string, string> members = schema.MembersOfDriver(kind.Driver);
            Assert.Equal(kind.TakesAio, members.ContainsKey("aio"));
            Assert.All(kind.Children.Keys, key => Assert.Equal(kind.Children.IsList, members[key].StartsWith('[')));
        });
        Assert.All(DiskFormats.All, format =>
        {
            IReadOnlyDictionary<string, string> members = schema.MembersOfDriver(format.Driver);
            Assert.Equal(format.CanHaveBacking, members.ContainsKey(BlockChild.Backing));
            if (format.Encryption != FormatEncryption.None)
            {
                Assert.Contains(format.Encryption == FormatEncryption.Always ? "key-secret" : "encrypt", members.Keys);
            }
        });
    }

    /// <summary>Whether or not a test can provide the images.</summary>
    [ToolFact(Programs.Qemu)]
    public async Task Options_of_kinds_have_the_names_and_types_of_the_schema()
    {
        QapiSchema schema = await ReadAsync();
        Assert.Empty(
            from kind in LayerKinds.All
            from settings in LayerSamples.MostSettings(kind)
            from problem in schema.ProblemsOfDriver(kind.Driver, LayerSamples.DriverOptions(kind, settings))
            select $"{kind.Attribute}: {problem}");
    }

    private static async Task<QapiSchema> ReadAsync()
    {
        await using Qemu qemu = await Qemu.StartAsync();
        return new QapiSchema(await qemu.ExecuteAsync("query-qmp-schema"));
    }
}
