using ColoGen.Generators.Infrastructure;
using ColoGen.Generators.Lowering;
using ColoGen.Generators.Model;

namespace ColoGen.Generators.Documents;

/// <summary>One kind of document.</summary>
/// <param name="Name">The name that its members are built from, and of its interface in the runtime library after an <c>I</c>.</param>
/// <param name="AppliesTo">Whether a topology has it.</param>
internal sealed record Document(string Name, Func<Topology, bool> AppliesTo, Func<TopologyIndex, IReadOnlyList<Piece>> Template)
{
    /// <summary>Why a topology, though right, can't be written in this way; null where it can.</summary>
    public Func<TopologyIndex, string?> Refusal { get; init; } = _ => null;

    /// <summary>Every document. A new one is a file with its template, and a line here.</summary>
    public static IReadOnlyList<Document> All { get; } =
    [
        new("TreeXml", _ => true, TreeXmlDocument.Template),
        new("DomainXml", topology => topology.Domain is not null, DomainXmlDocument.Domain) { Refusal = DomainXmlDocument.Refusal },
        new("DeviceXml", topology => topology.Domain is null, DomainXmlDocument.Devices) { Refusal = DomainXmlDocument.Refusal },
        new("QemuXml", topology => topology.Domain is null, DomainXmlDocument.QemuElements) { Refusal = DomainXmlDocument.Refusal },
        new("BlockdevArguments", _ => true, BlockdevArgumentsDocument.Template),
        new("Qmp", _ => true, QmpDocument.Template),
        new("QmpInverse", _ => true, QmpInverseDocument.Template),
        new("DriveArguments", _ => true, DriveArgumentsDocument.Template),
        new("Mermaid", _ => true, MermaidDocument.Template),
        new("Dot", _ => true, DotDocument.Template),
    ];
}
