using System.Text;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;

namespace ColoGen.Core.Declarations;

/// <summary>
/// Writes a topology or pair as one text, a token a line, which <see cref="DeclarationReader"/> reads. Generated code has it, so that the rules can be applied
/// to values of run time.
/// </summary>
internal sealed class DeclarationWriter
{
    private readonly StringBuilder _text = new();

    private DeclarationWriter()
    {
    }

    public static string Write(Topology topology)
    {
        var writer = new DeclarationWriter();
        writer.Add(topology);
        return writer._text.ToString();
    }

    public static string Write(Pair pair)
    {
        var writer = new DeclarationWriter();
        writer.Add(pair.Type.Name);
        writer.Add(pair.Settings);
        writer.Add(pair.Primary!);
        writer.Add(pair.Secondary!);
        return writer._text.ToString();
    }

    private void Add(Topology topology)
    {
        Add(topology.Type.Name);
        Add(((int)topology.Documents).ToText());
        AddOptional(topology.Domain);
        Add(topology.Attachments.Count.ToText());
        foreach (Attachment attachment in topology.Attachments) Add(attachment);
    }

    private void Add(Attachment attachment)
    {
        Add(attachment.Dev);
        Add(attachment.IsHostDisk ? DeclarationToken.HostDisk : DeclarationToken.Disk);
        Add(attachment.Edge.Name);
        Add(attachment.Settings);
        AddOptional(attachment.Export);
        Add(attachment.Binding);
        Add(attachment.Edge);
    }

    private void Add(Edge edge)
    {
        Add(((int)edge.Kind).ToText());
        Add(edge.Layer.Kind);
        Add(edge.Layer.TypeName);
        Add(edge.Layer.Settings);
        Add(edge.Layer.Reference);
        Add(edge.Layer.Edges.Count.ToText());
        foreach (Edge below in edge.Layer.Edges)
        {
            Add(below.Name);
            Add(below);
        }
    }

    private void Add(Reference? reference)
    {
        Add(reference is null ? DeclarationToken.None : reference.Dev is null ? DeclarationToken.Open : DeclarationToken.Given);
        if (reference is null) return;
        if (reference.Dev is { } dev) Add(dev);
        Add(reference.Index.ToText());
    }

    private void AddOptional(EquatableArray<Setting>? settings)
    {
        Add(settings is null ? DeclarationToken.None : DeclarationToken.Given);
        if (settings is { } given) Add(given);
    }

    private void Add(EquatableArray<Setting> settings)
    {
        Add(settings.Count.ToText());
        foreach (Setting setting in settings)
        {
            Add(setting.Name);
            Add(setting.Value switch
            {
                TextConstant constant => DeclarationToken.Text + constant.Text,
                NumberConstant constant => DeclarationToken.Number + constant.Number.ToText(),
                BooleanConstant constant => DeclarationToken.Boolean + (constant.Boolean ? "1" : "0"),
                EnumConstant constant => DeclarationToken.Enum + constant.Member,
                PropertyValue property => (property.IsNullable ? DeclarationToken.NullableProperty : DeclarationToken.Property) + property.Access.Names[^1],
                _ => throw new ArgumentException($"A declaration has no {setting.Value.GetType().Name}.", nameof(settings)),
            });
        }
    }

    private void Add(string token) => _text.Append(DeclarationToken.Encode(token)).Append('\n');
}
