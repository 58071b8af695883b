using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using ColoGen.Conformance.Tests.Agreement.Declarations;
using ColoGen.Conformance.Tests.Agreement.Oracles;
using CsCheck;
using Microsoft.CodeAnalysis;

namespace ColoGen.Conformance.Tests.Agreement;

/// <summary>Trees that stand on any layer of each other: who writes what, as the rules have it and as QEMU has it.</summary>
public sealed partial class ReferenceTests(Oracle oracle) : IClassFixture<Oracle>
{
    private const int Topologies = 150;

    private readonly ConcurrentDictionary<string, int> _counts = [];

    [ToolFact(Programs.Qemu, "qemu-img")]
    public async Task QEMU_refuses_what_is_reported_and_nothing_else_but_for_trees_that_nobody_uses()
    {
        await Hosts.Entangled.SampleAsync(
            host => oracle.WithBenchAsync(async bench =>
            {
                Read read = Read.Source(bench.Declare(host));
                Diagnostic[] errors = [.. read.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
                Refusal? refusal = await bench.RunMachineAsync(host, new TemplateDocuments(read.Index));
                Count(errors, refusal);
                if (refusal is null) Assert.All(errors, error => Assert.True(TreeOf(host, error).IsHostDisk, $"QEMU accepted it in spite of {error}"));
                else Assert.True(errors.Length > 0, $"Nothing is reported, and QEMU refused it: {refusal.Message}");
            }),
            iter: Topologies,
            threads: 2,
            print: HostText.Of);
        string counts = string.Join(", ", _counts.OrderBy(item => item.Key).Select(item => $"{item.Key}: {item.Value}"));
        oracle.Print($"{Topologies} topologies of trees that stand on each other. {counts}.");
    }

    /// <summary>The tree that a diagnostic names.</summary>
    private static Tree TreeOf(Host host, Diagnostic error)
    {
        string number = Place().Match(error.GetMessage(CultureInfo.InvariantCulture)).Groups["tree"].Value;
        return host.Trees[int.Parse(number, CultureInfo.InvariantCulture)];
    }

    private void Count(Diagnostic[] errors, Refusal? refusal)
    {
        string reported = errors.Length == 0 ? "not reported" : string.Join('+', errors.Select(error => error.Id).Distinct().Order());
        _counts.AddOrUpdate($"{reported} and {(refusal is null ? "accepted" : "refused")}", 1, (_, count) => count + 1);
    }

    [GeneratedRegex("at 'Tree(?<tree>[0-9])")]
    private static partial Regex Place();
}
