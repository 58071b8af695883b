using System.Text.Json;
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
        await using Qemu qemu = await Qemu.StartAsync();
        Dictionary<string, JsonElement> types = (await qemu.ExecuteAsync("query-qmp-schema")).EnumerateArray()
            .ToDictionary(type => type.GetProperty("meta-type").GetString() + " " + type.GetProperty("name").GetString());
        JsonElement options = types["object " + types["command blockdev-add"].GetProperty("arg-type").GetString()];
        Dictionary<string, string> members = options.GetProperty("variants").EnumerateArray().ToDictionary(
            variant => variant.GetProperty("case").GetString()!,
            variant => MembersOf(types["object " + variant.GetProperty("type").GetString()]));

        Assert.All(LayerKinds.All, kind =>
        {
            string found = members[kind.Driver];
            Assert.Equal(kind.TakesAio, found.Contains(" aio "));
            Assert.All(kind.Children.Keys, key => Assert.Contains(kind.Children.IsList ? $" {key}[] " : $" {key} ", found));
        });
        Assert.All(DiskFormats.All, format =>
        {
            string found = members[format.Driver];
            Assert.Equal(format.CanHaveBacking, found.Contains($" {BlockChild.Backing} "));
            if (format.Encryption != FormatEncryption.None) Assert.Contains(format.Encryption == FormatEncryption.Always ? " key-secret " : " encrypt ", found);
        });
    }

    /// <summary>The names of the members, each with a space before it and after it; a list ends with [].</summary>
    private static string MembersOf(JsonElement type) => string.Concat(type.GetProperty("members").EnumerateArray().Select(member =>
        $" {member.GetProperty("name").GetString()}{(member.GetProperty("type").GetString()!.StartsWith('[') ? "[]" : "")} "));
}
