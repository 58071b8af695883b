using ColoGen.Core.Formats.Diagrams;
using ColoGen.Core.Formats.Libvirt;
using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Formats;

/// <summary>One kind of document.</summary>
/// <param name="Name">The name that its members are built from, and of its interface in the runtime library after an <c>I</c>.</param>
/// <param name="AppliesTo">Whether a topology has it.</param>
internal sealed record Document(string Name, Func<Topology, bool> AppliesTo, Action<TemplateBuilder, DocumentContext> Write)
{
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
        new("TreeXml", _ => true, TreeXmlDocument.Write),
        new("DomainXml", topology => topology.Domain is not null, DomainXmlDocument.Write) { Refusal = DomainXmlDocument.Refusal },
        new("DeviceXml", topology => topology.Domain is null, DomainXmlDocument.WriteDevices) { Refusal = DomainXmlDocument.Refusal },
        new("QemuXml", topology => topology.Domain is null, DomainXmlDocument.WriteQemuElements) { Refusal = DomainXmlDocument.Refusal },
        new("BlockdevArguments", _ => true, BlockdevArgumentsDocument.Write),
        new("Qmp", _ => true, QmpDocument.Write),
        new("QmpInverse", _ => true, QmpInverseDocument.Write),
        new("DriveArguments", _ => true, DriveArgumentsDocument.Write),
        new("Mermaid", _ => true, MermaidDocument.Write),
        new("Dot", _ => true, DotDocument.Write),
    ];
}
