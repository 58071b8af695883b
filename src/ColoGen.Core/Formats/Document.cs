using ColoGen.Core.Formats.Diagrams;
using ColoGen.Core.Formats.Libvirt;
using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Formats;

/// <summary>One kind of document.</summary>
/// <param name="Name">The name that its members are built from, and of its interface in the runtime library after an <c>I</c>.</param>
/// <param name="Selection">The selection that contains it.</param>
internal sealed record Document(string Name, TopologyDocuments Selection, Action<TemplateBuilder, DocumentContext> Write)
{
    /// <summary>What it is called in messages.</summary>
    public string Title { get; init; } = Name;

    /// <summary>Whether it undoes another document, which has the same problems.</summary>
    public bool IsInverse { get; init; }

    /// <summary>Whether it is of a topology at all.</summary>
    public Func<Topology, bool> AppliesTo { get; init; } = _ => true;

    /// <summary>
    /// Why a topology that it applies to can't have it for the sake of a disk or host disk, and how to have it in spite of that; null where it can. Devs
    /// and buses are known, other errors are possible.
    /// </summary>
    public Func<DocumentContext, Attachment, string?> Obstacle { get; init; } = (_, _) => null;

    /// <summary>The property with the document itself, where it is a constant.</summary>
    public string Utf8 { get; } = GeneratedMembers.Utf8(Name);

    public string MaxByteCountMethod { get; } = GeneratedMembers.MaxByteCount(Name);

    public string TryWriteMethod { get; } = GeneratedMembers.TryWrite(Name);

    public string WriteMethod { get; } = GeneratedMembers.Write(Name);

    /// <summary>Every document. A new one is a file with its template, and a line here.</summary>
    public static EquatableArray<Document> All { get; } =
    [
        new(nameof(TopologyDocuments.TreeXml), TopologyDocuments.TreeXml, TreeXmlDocument.Write),
        new(nameof(TopologyDocuments.DomainXml), TopologyDocuments.DomainXml, DomainXmlDocument.Write)
        {
            Title = "domain XML",
            AppliesTo = topology => topology.Domain is not null,
            Obstacle = DomainXmlDocument.Obstacle,
        },
        new("DeviceXml", TopologyDocuments.DomainXml, DeviceXmlDocument.Write)
        {
            Title = "device XML",
            AppliesTo = topology => topology.Domain is null,
            Obstacle = DeviceXmlDocument.Obstacle,
        },
        new(nameof(TopologyDocuments.BlockdevArguments), TopologyDocuments.BlockdevArguments, BlockdevArgumentsDocument.Write),
        new(nameof(TopologyDocuments.Qmp), TopologyDocuments.Qmp, QmpDocument.Write) { Title = "QMP commands", Obstacle = QmpDocument.Obstacle },
        new("QmpInverse", TopologyDocuments.Qmp, QmpInverseDocument.Write) { IsInverse = true, Obstacle = QmpDocument.Obstacle },
        new(nameof(TopologyDocuments.DriveArguments), TopologyDocuments.DriveArguments, DriveArgumentsDocument.Write),
        new("Mermaid", TopologyDocuments.Diagrams, MermaidDocument.Write),
        new("Dot", TopologyDocuments.Diagrams, DotDocument.Write),
    ];

    /// <summary>The names of the members that a topology can have.</summary>
    public static IEnumerable<string> Members =>
        All.SelectMany(document => new[] { document.WriteMethod, document.TryWriteMethod, document.MaxByteCountMethod, document.Utf8 })
            .Append(GeneratedMembers.Validate);

    /// <summary>The first disk for whose sake a topology that it applies to can't have it; null where it can.</summary>
    public DocumentProblem? ProblemOf(DocumentContext context)
    {
        foreach (Attachment attachment in context.Topology.Attachments)
        {
            if (Obstacle(context, attachment) is { } reason) return new DocumentProblem(attachment.Path, reason);
        }

        return null;
    }

    /// <summary>Whether a topology selects it; where the selection is wrong, every document is.</summary>
    public bool IsSelectedBy(Topology topology) =>
        AppliesTo(topology) && (!topology.SelectsKnownDocuments || topology.Documents.HasFlag(Selection));
}
