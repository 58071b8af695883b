using ColoGen.Core.Analysis;
using ColoGen.Core.Model;

namespace ColoGen.Core.Rules;

/// <summary>
/// One thing that can be wrong. It has a function for each kind of thing that it looks at, and is asked about one such thing at a time. Nearly always
/// nothing is wrong: a function then makes nothing, and returns an empty array.
/// </summary>
/// <param name="Message">What is wrong and how to mend it, in one sentence, with places for a finding's arguments.</param>
internal sealed record Rule(string Id, string Title, string Message, RuleSeverity Severity, string Category)
{
    /// <summary>Looks at a layer with what is below it, wherever it is used. Its findings belong to the layer's own declaration.</summary>
    public Func<Layer, IEnumerable<Finding>>? OfLayer { get; init; }

    /// <summary>Looks at a tree that is attached to a topology, whose layers may be wrong.</summary>
    public Func<TopologyContext, Attachment, IEnumerable<Finding>>? OfAttachment { get; init; }

    /// <summary>Looks at a layer as QEMU opens it in a topology.</summary>
    public Func<OpenedLayer, IEnumerable<Finding>>? OfOpened { get; init; }

    /// <summary>Looks at a layer that stands on another tree of a topology, or should.</summary>
    public Func<TopologyContext, BackingReference, IEnumerable<Finding>>? OfBackingReference { get; init; }

    /// <summary>Looks at a whole topology.</summary>
    public Func<TopologyContext, IEnumerable<Finding>>? OfTopology { get; init; }

    /// <summary>Looks at a pair, of which a host may be missing, but not wrong.</summary>
    public Func<Pair, IEnumerable<Finding>>? OfPair { get; init; }

    /// <summary>Whether it is about how something is declared. Where that is wrong, the rest may not hold together.</summary>
    public bool IsOfAuthoring => Category == RuleCategory.Authoring;

    public bool LooksAtTopologies => OfAttachment is not null || OfOpened is not null || OfBackingReference is not null || OfTopology is not null;

    /// <summary>What is wrong with a topology: with its trees, layers and overlays, and with the whole.</summary>
    public IEnumerable<Finding> Find(TopologyContext index)
    {
        List<Finding>? findings = null;
        if (OfAttachment is not null)
        {
            foreach (Attachment attachment in index.Topology.Attachments) Findings.Add(ref findings, OfAttachment(index, attachment));
        }

        if (OfOpened is not null)
        {
            foreach (OpenedLayer opened in index.Opened) Findings.Add(ref findings, OfOpened(opened));
        }

        if (OfBackingReference is not null)
        {
            foreach (BackingReference overlay in index.BackingReferences.All) Findings.Add(ref findings, OfBackingReference(index, overlay));
        }

        if (OfTopology is not null) Findings.Add(ref findings, OfTopology(index));
        return Findings.OrNone(findings);
    }
}

internal enum RuleSeverity
{
    /// <summary>Fails, or corrupts.</summary>
    Error,

    /// <summary>QEMU or libvirt ignores it without a word, or it tolerates no failure.</summary>
    Warning,

    Info,
}
