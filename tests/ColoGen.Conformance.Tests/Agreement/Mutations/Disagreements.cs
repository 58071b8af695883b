using System.Text.RegularExpressions;
using ColoGen.Conformance.Tests.Agreement.Declarations;
using ColoGen.Conformance.Tests.Agreement.Mistakes;
using ColoGen.Conformance.Tests.Agreement.Oracles;

namespace ColoGen.Conformance.Tests.Agreement.Mutations;

/// <summary>Where the rules and the programs disagree on a random host, each with the reason.</summary>
internal static class Disagreements
{
    /// <summary>Why a program refuses what no rule reports as an error.</summary>
    private static readonly Disagreement[] s_refused = [];

    /// <summary>Why a rule reports what the programs accept, beside the reasons of <see cref="MistakeTable"/>.</summary>
    private static readonly Dictionary<string, string> s_reported = [];

    private static readonly ILookup<string, string> s_reasons = MistakeTable.All
        .Where(mistake => mistake.AcceptedBecause is not null)
        .Select(mistake => (mistake.Rule, Reason: mistake.AcceptedBecause!))
        .Concat(s_reported.Select(item => (Rule: item.Key, Reason: item.Value)))
        .Distinct()
        .ToLookup(item => item.Rule, item => item.Reason);

    /// <summary>Why the programs accept what a rule reports; null where they should not.</summary>
    public static string? ReasonOf(string rule) => s_reasons[rule].Any() ? $"{rule}: {string.Join("; or ", s_reasons[rule])}" : null;

    /// <summary>The disagreement that a refusal is; null where a rule should have reported it.</summary>
    public static string? NameOf(Host host, Read read, Refusal refusal) => s_refused.FirstOrDefault(known =>
        Regex.IsMatch(refusal.Message, known.Message) && known.IsOf(host) && (known.Warning is null || read.Ids.Contains(known.Warning)))?.Name;
}

/// <summary>A refusal by a program of what no rule reports as an error.</summary>
/// <param name="Name">What and why.</param>
/// <param name="Message">The message of the program: a regular expression.</param>
internal sealed record Disagreement(string Name, string Message)
{
    /// <summary>The warning that reports it; null where none does.</summary>
    public string? Warning { get; init; }

    /// <summary>The hosts that it can be of.</summary>
    public Func<Host, bool> IsOf { get; init; } = _ => true;
}
