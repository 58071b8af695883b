using System.Buffers;
using System.Text.Json;

namespace ColoGen.Control.Hosts;

/// <summary>A command that was generated for a pair or a topology.</summary>
/// <param name="Line">The bytes that are sent, without the end of the line.</param>
/// <param name="Name">The <c>execute</c>.</param>
/// <param name="Arguments">The <c>arguments</c>; undefined if there are none.</param>
internal sealed record GeneratedCommand(ReadOnlyMemory<byte> Line, string Name, JsonElement Arguments)
{
    private static readonly string[] s_references =
        ["backing", "child", "children", "device", "export", "file", "id", "job-id", "node", "node-name", "parent", "target"];

    /// <summary>The node that the command adds; null if it adds none.</summary>
    public string? AddedNode => Name == QemuNames.Commands.BlockdevAdd ? Node : null;

    /// <summary>The <c>node-name</c>; null if it has none.</summary>
    public string? Node => Text(QemuNames.Members.NodeName);

    /// <summary>The <c>id</c> of the export, object or device that the command adds or removes; null if it has none.</summary>
    public string? Id => Text(QemuNames.Members.Id);

    /// <summary>The names of nodes, exports and jobs in the arguments.</summary>
    public IEnumerable<string> References => FindReferences(Arguments);

    /// <summary>Reads a document of commands, one a line.</summary>
    /// <param name="write">Writes the document.</param>
    public static IReadOnlyList<GeneratedCommand> ReadAll(Action<IBufferWriter<byte>> write)
    {
        ArrayBufferWriter<byte> buffer = new();
        write(buffer);

        List<GeneratedCommand> commands = [];
        for (ReadOnlyMemory<byte> rest = buffer.WrittenMemory; !rest.IsEmpty;)
        {
            int end = rest.Span.IndexOf((byte)'\n');
            ReadOnlyMemory<byte> line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (!line.IsEmpty) commands.Add(Read(line));
        }

        return commands;
    }

    /// <exception cref="JsonException">The line is not JSON.</exception>
    public static GeneratedCommand Read(ReadOnlyMemory<byte> line)
    {
        Utf8JsonReader reader = new(line.Span);
        JsonElement command = JsonElement.ParseValue(ref reader);
        return new(line, command.GetProperty("execute").GetString()!, command.TryGetProperty("arguments", out JsonElement found) ? found : default);
    }

    /// <summary>Whether the command removes what another one adds: an export, the NBD server, an object, a node or a device.</summary>
    public bool IsInverseOf(GeneratedCommand other) => (Name, other.Name) switch
    {
        (QemuNames.Commands.NbdServerStop, QemuNames.Commands.NbdServerStart) => true,
        (QemuNames.Commands.BlockExportDel, QemuNames.Commands.BlockExportAdd) => Id == other.Id,
        (QemuNames.Commands.ObjectDel, QemuNames.Commands.ObjectAdd) => Id == other.Id,
        (QemuNames.Commands.DeviceDel, QemuNames.Commands.DeviceAdd) => Id == other.Id,
        (QemuNames.Commands.BlockdevDel, QemuNames.Commands.BlockdevAdd) => Node == other.Node,
        _ => false,
    };

    private string? Text(string member) =>
        Arguments.ValueKind == JsonValueKind.Object && Arguments.TryGetProperty(member, out JsonElement value) ? value.GetString() : null;

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
