using System.Text.Json;
using static ColoGen.Control.Hosts.QemuNames;

namespace ColoGen.Control.Hosts;

/// <summary>A connection that <c>yank</c> can shut down: that of a block node, or the migration.</summary>
/// <param name="Node">The <c>node-name</c>; null for the migration.</param>
internal sealed record YankInstance(string? Node)
{
    /// <summary>Null if the instance is of another type.</summary>
    public static YankInstance? Read(JsonElement instance) => instance.GetProperty(Members.Type).GetString() switch
    {
        YankTypes.BlockNode => new(instance.GetProperty(Members.NodeName).GetString()),
        YankTypes.Migration => new((string?)null),
        _ => null,
    };

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString(Members.Type, Node is null ? YankTypes.Migration : YankTypes.BlockNode);
        if (Node is not null) writer.WriteString(Members.NodeName, Node);
        writer.WriteEndObject();
    }
}
