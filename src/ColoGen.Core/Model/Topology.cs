using ColoGen.Core.Devices;
using ColoGen.Core.Infrastructure;

namespace ColoGen.Core.Model;

/// <summary>One host, as declared.</summary>
/// <param name="Domain">The settings of the domain, null without one.</param>
/// <param name="Errors">The errors of the declaration.</param>
internal sealed record Topology(
    TypeDeclaration Type, EquatableArray<Setting>? Domain, EquatableArray<Attachment> Attachments, EquatableArray<DeclarationError> Errors)
{
    /// <summary>The documents that are selected.</summary>
    public TopologyDocuments Documents { get; init; } = TopologyDocuments.All;

    /// <summary>Whether another assembly declares it, so that what is wrong with it is reported where it is used.</summary>
    public bool IsExternal { get; init; }

    /// <summary>Whether a member that the documents read is obsolete, and an error where it is used.</summary>
    public bool ReadsObsolete { get; init; }

    /// <summary>Whether at least one document is selected, and none that does not exist.</summary>
    public bool SelectsKnownDocuments => Documents is not default(TopologyDocuments) && TopologyDocuments.All.HasFlag(Documents);

    /// <summary>The machine, where the topology is a domain.</summary>
    public string? Machine => Domain is { } domain ? domain.GetText(nameof(DomainAttribute.Machine)) ?? DomainDefaults.Machine : null;

    public Attachment? Find(string dev)
    {
        foreach (Attachment attachment in Attachments)
        {
            if (attachment.Dev == dev) return attachment;
        }

        return null;
    }
}
