using ColoGen.Generators.Lowering;
using ColoGen.Generators.Model;

namespace ColoGen.Generators.Rules;

/// <summary>One thing that can be wrong. It looks at one layer with what is below it, at a whole topology, or at a pair.</summary>
/// <param name="Message">What is wrong and how to mend it, in one sentence, with places for a finding's arguments.</param>
internal sealed record Rule(string Id, string Title, string Message, RuleSeverity Severity, string Category)
{
    /// <summary>Looks at a layer, wherever it is used. Its findings belong to the layer's own declaration.</summary>
    public Func<Layer, IEnumerable<Finding>>? OfLayer { get; init; }

    /// <summary>Looks at a topology, whose layers may be wrong.</summary>
    public Func<TopologyIndex, IEnumerable<Finding>>? OfTopology { get; init; }

    /// <summary>Looks at a pair, of which a host may be missing, but not wrong.</summary>
    public Func<Pair, IEnumerable<Finding>>? OfPair { get; init; }
}

internal enum RuleSeverity
{
    /// <summary>Fails, or corrupts.</summary>
    Error,

    /// <summary>QEMU or libvirt ignores it without a word, or it tolerates no failure.</summary>
    Warning,

    Info,
}
