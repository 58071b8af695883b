using ColoGen.Core.Analysis;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Core.Rules;

/// <summary>
/// One thing that can be wrong, with a function that looks at one layer, setting, disk and so on at a time. Nearly always nothing is wrong: the
/// function then returns an empty array, which allocates nothing, before it starts an iterator.
/// </summary>
/// <param name="Id"><c>COLO</c> and four digits, of which the first two are the category.</param>
/// <param name="Title">A noun phrase of three to eight words.</param>
/// <param name="Message">What is wrong and how to correct it, in one sentence, with placeholders for a result's arguments.</param>
internal sealed record Rule(string Id, string Title, string Message, RuleSeverity Severity)
{
    public string Category { get; } = RuleCategory.Of(Id);

    /// <summary>Looks at a layer and the layers below it, wherever it is used. The results belong to the layer's own declaration.</summary>
    public Func<Layer, IEnumerable<RuleResult>>? OfLayer { get; init; }

    /// <summary>Looks at a setting of a layer, disk, export, domain or pair.</summary>
    public Func<DeclaredSetting, IEnumerable<RuleResult>>? OfSetting { get; init; }

    /// <summary>Looks at an error of a declaration's parsing.</summary>
    public Func<DeclaredError, IEnumerable<RuleResult>>? OfError { get; init; }

    /// <summary>Looks at a disk of a topology. Its layers may be wrong.</summary>
    public Func<TopologyContext, Attachment, IEnumerable<RuleResult>>? OfAttachment { get; init; }

    /// <summary>Looks at a layer as QEMU opens it in a topology.</summary>
    public Func<OpenedLayer, IEnumerable<RuleResult>>? OfOpened { get; init; }

    /// <summary>Looks at a backing reference of a topology.</summary>
    public Func<TopologyContext, BackingReference, IEnumerable<RuleResult>>? OfBackingReference { get; init; }

    /// <summary>Looks at a whole topology.</summary>
    public Func<TopologyContext, IEnumerable<RuleResult>>? OfTopology { get; init; }

    /// <summary>Looks at a pair, of which a host may be missing, but not wrong.</summary>
    public Func<Pair, IEnumerable<RuleResult>>? OfPair { get; init; }

    /// <summary>Whether it is about where a value is written, not about the value: it does not concern values of run time.</summary>
    public bool IsAboutConstants { get; init; }

    /// <summary>Whether it is about how something is declared. Where that is wrong, the other rules can't judge it.</summary>
    public bool IsAuthoring { get; } = RuleCategory.Of(Id) == RuleCategory.Authoring;

    public bool LooksAtLayers => OfLayer is not null || OfSetting is not null || OfError is not null;

    public bool LooksAtTopologies => OfAttachment is not null || OfOpened is not null || OfBackingReference is not null || OfTopology is not null
        || OfSetting is not null || OfError is not null;

    public bool LooksAtPairs => OfPair is not null || OfSetting is not null || OfError is not null;

    /// <summary>What is wrong with a layer by itself.</summary>
    public IEnumerable<RuleResult> Check(Layer layer)
    {
        var results = default(RuleResults);
        if (OfLayer is not null) results.Add(OfLayer(layer));
        results.AddSettings(OfSetting, DeclarationKind.Layer, layer.Path, layer.TypeName, layer.Settings, LayerKinds.Find(layer.Kind));
        results.AddErrors(OfError, layer.Errors, layer.TypeName, layer);
        return results.Get();
    }

    /// <summary>What is wrong with a topology beyond its layers by themselves.</summary>
    public IEnumerable<RuleResult> Check(TopologyContext context)
    {
        var results = default(RuleResults);
        Topology topology = context.Topology;
        foreach (Attachment attachment in topology.Attachments)
        {
            if (OfAttachment is not null) results.Add(OfAttachment(context, attachment));
            results.AddSettings(OfSetting, DeclarationKind.Disk, attachment.Path, attachment.Dev, attachment.Settings);
            results.AddSettings(OfSetting, DeclarationKind.Export, attachment.Path, attachment.Dev, attachment.Export ?? default);
        }

        if (OfOpened is not null)
        {
            foreach (OpenedLayer opened in context.Opened) results.Add(OfOpened(opened));
        }

        if (OfBackingReference is not null)
        {
            foreach (BackingReference reference in context.BackingReferences.All) results.Add(OfBackingReference(context, reference));
        }

        if (OfTopology is not null) results.Add(OfTopology(context));
        results.AddSettings(OfSetting, DeclarationKind.Domain, "", topology.Type.Name, topology.Domain ?? default);
        results.AddErrors(OfError, topology.Errors, topology.Type.Name);
        return results.Get();
    }

    /// <summary>What is wrong with a pair beyond its hosts.</summary>
    public IEnumerable<RuleResult> Check(Pair pair)
    {
        var results = default(RuleResults);
        if (OfPair is not null) results.Add(OfPair(pair));
        results.AddSettings(OfSetting, DeclarationKind.Pair, "", pair.Type.Name, pair.Settings);
        results.AddErrors(OfError, pair.Errors, pair.Type.Name);
        return results.Get();
    }
}
