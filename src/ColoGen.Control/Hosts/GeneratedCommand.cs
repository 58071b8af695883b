using System.Text.Json;

namespace ColoGen.Control.Hosts;

/// <summary>A command that was generated for a pair.</summary>
/// <param name="Line">The bytes that are sent, without the end of the line.</param>
/// <param name="Name">The <c>execute</c>.</param>
/// <param name="Arguments">The <c>arguments</c>; undefined if there are none.</param>
internal sealed record GeneratedCommand(ReadOnlyMemory<byte> Line, string Name, JsonElement Arguments)
{
    private static readonly string[] s_references =
        ["backing", "child", "children", "device", "export", "file", "id", "job-id", "node", "node-name", "parent", "target"];

    /// <summary>The node that the command adds; null if it adds none.</summary>
    public string? AddedNode =>
        Name == QemuNames.Commands.BlockdevAdd ? Arguments.GetProperty(QemuNames.Members.NodeName).GetString() : null;

    /// <summary>The <c>id</c> of the export or object that the command adds or removes; null if it has none.</summary>
    public string? Id => Arguments.ValueKind == JsonValueKind.Object && Arguments.TryGetProperty("id", out JsonElement id) ? id.GetString() : null;

    /// <summary>The names of nodes, exports and jobs in the arguments.</summary>
    public IEnumerable<string> References => FindReferences(Arguments);

    /// <exception cref="JsonException">The line is not JSON.</exception>
    public static GeneratedCommand Read(ReadOnlyMemory<byte> line)
    {
        Utf8JsonReader reader = new(line.Span);
        JsonElement command = JsonElement.ParseValue(ref reader);
        return new(line, command.GetProperty("execute").GetString()!, command.TryGetProperty("arguments", out JsonElement found) ? found : default);
    }

    /// <summary>Whether the command removes what another one adds: an export, the NBD server or an object.</summary>
    public bool IsInverseOf(GeneratedCommand other) => (Name, other.Name) switch
    {
        (QemuNames.Commands.NbdServerStop, QemuNames.Commands.NbdServerStart) => true,
        (QemuNames.Commands.BlockExportDel, QemuNames.Commands.BlockExportAdd) => Id == other.Id,
        (QemuNames.Commands.ObjectDel, QemuNames.Commands.ObjectAdd) => Id == other.Id,
        _ => false,
    };

    private static IEnumerable<string> FindReferences(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object) yield break;
        foreach (JsonProperty member in element.EnumerateObject())
        {
            bool isReference = s_references.Contains(member.Name);
            foreach (JsonElement value in member.Value.ValueKind == JsonValueKind.Array ? [.. member.Value.EnumerateArray()] : new[] { member.Value })
            {
                if (value.ValueKind == JsonValueKind.String && isReference) yield return value.GetString()!;
                foreach (string reference in FindReferences(value)) yield return reference;
            }
        }
    }
}
