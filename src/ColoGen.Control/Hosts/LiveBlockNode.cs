using System.Collections.Immutable;
using System.Text.Json;

namespace ColoGen.Control.Hosts;

/// <summary>A node of <c>query-named-block-nodes</c>.</summary>
/// <param name="Name">The <c>node-name</c>.</param>
/// <param name="Driver">The <c>drv</c>.</param>
/// <param name="IsReadOnly">The <c>ro</c>.</param>
/// <param name="Size">The <c>virtual-size</c> of the <c>image</c>, in bytes.</param>
/// <param name="Options">
/// The node's options, which QEMU shows as <c>json:</c> in <c>file</c> for drivers without a file name; undefined if it does not.
/// </param>
internal sealed record LiveBlockNode(string Name, string Driver, bool IsReadOnly, long Size, JsonElement Options)
{
    private const string OptionsPrefix = "json:";
    private const int MaxDepth = 1024;

    public static ImmutableDictionary<string, LiveBlockNode> ReadAll(JsonElement reply) => reply.EnumerateArray()
        .Select(node => new LiveBlockNode(
            node.GetProperty(QemuNames.Members.NodeName).GetString()!,
            node.GetProperty("drv").GetString()!,
            node.GetProperty("ro").GetBoolean(),
            node.GetProperty("image").GetProperty("virtual-size").GetInt64(),
            ReadOptions(node.GetProperty("file").GetString()!)))
        .ToImmutableDictionary(node => node.Name);

    /// <summary>An option that is a string; null if QEMU does not show it.</summary>
    public string? Option(string name) =>
        Options.ValueKind == JsonValueKind.Object && Options.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    /// <summary>The <c>export</c> of the first node below that has one; null if QEMU does not show it.</summary>
    public string? FindExport() => FindExport(Options);

    /// <summary>The <c>server</c> of the first node below that has one; null if QEMU does not show it.</summary>
    public Endpoint? FindServer() => FindServer(Options);

    private static Endpoint? FindServer(JsonElement options)
    {
        if (options.ValueKind != JsonValueKind.Object) return null;
        if (options.TryGetProperty("server.host", out JsonElement host) && options.TryGetProperty("server.port", out JsonElement port))
        {
            return new(host.GetString()!, port.GetString()!);
        }

        if (options.TryGetProperty("server", out JsonElement server)) return Endpoint.Read(server);
        return options.TryGetProperty(QemuNames.NodeOptions.File, out JsonElement file) ? FindServer(file) : null;
    }

    private static string? FindExport(JsonElement options)
    {
        if (options.ValueKind != JsonValueKind.Object) return null;
        if (options.TryGetProperty(QemuNames.NodeOptions.Export, out JsonElement export)) return export.GetString();
        return options.TryGetProperty(QemuNames.NodeOptions.File, out JsonElement file) ? FindExport(file) : null;
    }

    /// <summary>QEMU truncates a text that is too long. Its options are then unknown.</summary>
    private static JsonElement ReadOptions(string file)
    {
        if (!file.StartsWith(OptionsPrefix, StringComparison.Ordinal)) return default;
        try
        {
            using JsonDocument document = JsonDocument.Parse(file.AsMemory(OptionsPrefix.Length), new() { MaxDepth = MaxDepth });
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
