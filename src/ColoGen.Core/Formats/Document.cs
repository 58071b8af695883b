using ColoGen.Core.Formats.Diagrams;
using ColoGen.Core.Formats.Libvirt;
using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Formats;

/// <summary>One kind of document.</summary>
/// <param name="Name">The name that its members are built from, and of its interface in the runtime library after an <c>I</c>.</param>
/// <param name="Selection">The selection that contains it.</param>
internal sealed record Document(string Name, TopologyDocuments Selection, Action<TemplateBuilder, DocumentContext> Write)
{
    /// <summary>Whether a topology that selects it can have it.</summary>
    public Func<Topology, bool> AppliesTo { get; init; } = _ => true;

    /// <summary>Why a topology, though right, can't be written in this way; null where it can.</summary>
    public Func<DocumentContext, string?> Refusal { get; init; } = _ => null;

    /// <summary>The property with the document itself, where it is a constant.</summary>
    public string Utf8 { get; } = GeneratedMembers.Utf8(Name);

    public string MaxByteCountMethod { get; } = GeneratedMembers.MaxByteCount(Name);

    public string TryWriteMethod { get; } = GeneratedMembers.TryWrite(Name);

    public string WriteMethod { get; } = GeneratedMembers.Write(Name);

    /// <summary>Every document. A new one is a file with its template, and a line here.</summary>
    public static IReadOnlyList<Document> All { get; } =
    [
        new(nameof(TopologyDocuments.TreeXml), TopologyDocuments.TreeXml, TreeXmlDocument.Write),
        new(nameof(TopologyDocuments.DomainXml), TopologyDocuments.DomainXml, DomainXmlDocument.Write)
        {
            AppliesTo = topology => topology.Domain is not null,
            Refusal = DomainXmlDocument.Refusal,
        },
        new("DeviceXml", TopologyDocuments.DomainXml, DomainXmlDocument.WriteDevices)
        {
            AppliesTo = topology => topology.Domain is null,
            Refusal = DomainXmlDocument.Refusal,
        },
        new("QemuXml", TopologyDocuments.DomainXml, DomainXmlDocument.WriteQemuElements)
        {
            AppliesTo = topology => topology.Domain is null,
            Refusal = DomainXmlDocument.Refusal,
        },
        new(nameof(TopologyDocuments.BlockdevArguments), TopologyDocuments.BlockdevArguments, BlockdevArgumentsDocument.Write),
        new(nameof(TopologyDocuments.Qmp), TopologyDocuments.Qmp, QmpDocument.Write),
        new("QmpInverse", TopologyDocuments.Qmp, QmpInverseDocument.Write),
        new(nameof(TopologyDocuments.DriveArguments), TopologyDocuments.DriveArguments, DriveArgumentsDocument.Write),
        new("Mermaid", TopologyDocuments.Diagrams, MermaidDocument.Write),
        new("Dot", TopologyDocuments.Diagrams, DotDocument.Write),
    ];

    /// <summary>The names of the members that a topology can have.</summary>
    public static IEnumerable<string> Members =>
        All.SelectMany(document => new[] { document.WriteMethod, document.TryWriteMethod, document.MaxByteCountMethod, document.Utf8 })
            .Append(GeneratedMembers.Validate);

    /// <summary>The documents of a topology; all where the selection is wrong.</summary>
    public static IEnumerable<Document> Of(Topology topology)
    {
        TopologyDocuments selection = topology.SelectsKnownDocuments ? topology.Documents : TopologyDocuments.All;
        return All.Where(document => selection.HasFlag(document.Selection) && document.AppliesTo(topology));
    }
}
