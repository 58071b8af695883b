using ColoGen.Generators.Lowering;

namespace ColoGen.Generators.Rules;

/// <summary>One thing that can be wrong with a topology.</summary>
/// <param name="Message">What is wrong and how to mend it, in one sentence, with places for a finding's arguments.</param>
/// <param name="Check">A pure function of the model. It runs only when no rule before it found an error.</param>
internal sealed record Rule(
    string Id, string Title, string Message, RuleSeverity Severity, string Category, Func<TopologyIndex, IEnumerable<Finding>> Check);

internal enum RuleSeverity
{
    /// <summary>Fails, or corrupts.</summary>
    Error,

    /// <summary>QEMU or libvirt ignores it without a word, or it tolerates no failure.</summary>
    Warning,

    Info,
}

/// <summary>One place where a rule is broken.</summary>
/// <param name="Path">The way from the topology, as the model's accesses have it; empty for the topology itself.</param>
internal sealed record Finding(string Path, params string[] Arguments);
