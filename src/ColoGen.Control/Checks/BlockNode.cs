using System.Collections.Immutable;
using System.Text.Json;

namespace ColoGen.Control;

/// <summary>A node of <c>query-named-block-nodes</c>.</summary>
/// <param name="Name">Its <c>node-name</c>.</param>
/// <param name="Driver">Its <c>drv</c>.</param>
/// <param name="IsReadOnly">Its <c>ro</c>.</param>
/// <param name="Size">Its length in bytes: <c>virtual-size</c>.</param>
/// <param name="Options">What its <c>file</c> tells of its options, for drivers without a file name; undefined where it does not.</param>
internal sealed record BlockNode(string Name, string Driver, bool IsReadOnly, long Size, JsonElement Options)
{
    private const string OptionsPrefix = "json:";

    public static ImmutableDictionary<string, BlockNode> Read(JsonElement reply) => reply.EnumerateArray()
        .Select(node => new BlockNode(
            node.GetProperty("node-name").GetString()!,
            node.GetProperty("drv").GetString()!,
            node.GetProperty("ro").GetBoolean(),
            node.GetProperty("image").GetProperty("virtual-size").GetInt64(),
            ReadOptions(node.GetProperty("file").GetString()!)))
        .ToImmutableDictionary(node => node.Name);

    /// <summary>An option that is a text; null where QEMU does not tell it.</summary>
    public string? Option(string name) =>
        Options.ValueKind == JsonValueKind.Object && Options.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    /// <summary>QEMU cuts a text off that is too long for it; then nothing is known.</summary>
    private static JsonElement ReadOptions(string file)
    {
        if (!file.StartsWith(OptionsPrefix, StringComparison.Ordinal)) return default;
        try
        {
            using JsonDocument document = JsonDocument.Parse(file.AsMemory(OptionsPrefix.Length), new() { MaxDepth = 1024 });
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
