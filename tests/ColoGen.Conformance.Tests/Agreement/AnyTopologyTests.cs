using System.Collections.Concurrent;
using System.ComponentModel;
using System.Globalization;
using System.Text;
using ColoGen.Conformance.Tests.Agreement.Declarations;
using ColoGen.Conformance.Tests.Agreement.Mutations;
using ColoGen.Conformance.Tests.Agreement.Oracles;
using CsCheck;
using Microsoft.CodeAnalysis;
using Xunit.Sdk;

namespace ColoGen.Conformance.Tests.Agreement;

/// <summary>Random hosts over the whole surface: what is reported as an error, a program refuses, or there is a reason why not; and nothing else.</summary>
public sealed class AnyTopologyTests(Oracle oracle) : IClassFixture<Oracle>
{
    /// <summary>How many hosts of each unexplained disagreement are shown.</summary>
    private const int Shown = 3;

    /// <summary>The same each time.</summary>
    private const int Topologies = 250;

    /// <summary>How many others are tried instead, new ones each time; null for none.</summary>
    private static readonly int? s_others =
        int.TryParse(Environment.GetEnvironmentVariable("COLOGEN_TOPOLOGIES"), CultureInfo.InvariantCulture, out int topologies) ? topologies : null;

    private readonly ConcurrentDictionary<Cell, int> _cells = [];
    private readonly ConcurrentDictionary<string, int> _explained = [];
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> _unexplained = [];

    [ToolFact(Programs.Qemu, "qemu-img", "virsh", Programs.LibvirtQemuDriver)]
    public async Task Errors_are_what_QEMU_or_libvirt_refuses_or_have_a_reason()
    {
        await Parallel.ForEachAsync(
            Seeds(), new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (seed, _) => await oracle.WithBenchAsync(bench => ClassifyAsync(bench, seed)));

        string cells = string.Join(", ", Enum.GetValues<Cell>().Select(cell => $"{cell}: {_cells.GetValueOrDefault(cell)}"));
        string explained = string.Join('\n', _explained.OrderBy(item => item.Key, StringComparer.Ordinal).Select(item => $"  {item.Value} {item.Key}"));
        oracle.Print($"{_cells.Values.Sum()} topologies over the whole surface. {cells}.\n{explained}");
        Assert.True(_unexplained.IsEmpty, $"{cells}\n{Unexplained()}");
    }

    /// <summary>Seeds of CsCheck: the one in <c>CsCheck_Seed</c>, or one for each topology.</summary>
    private static IEnumerable<string> Seeds()
    {
        if (Check.Seed is { } seed) return [seed];
        ulong start = s_others is null ? 0 : (ulong)Random.Shared.NextInt64();
        return Enumerable.Range(0, s_others ?? Topologies).Select(number => new PCG(1, start + ((ulong)number << 20)).ToString());
    }

    private async Task ClassifyAsync(Bench bench, string seed)
    {
        Host host = HostMutations.AnyHost.Generate(PCG.Parse(seed), null, out _);
        Read read = Read.Source(bench.Declare(host));
        string[] errors = [.. read.Diagnostics.Where(item => item.Severity == DiagnosticSeverity.Error).Select(item => item.Id).Distinct().Order()];
        Refusal? refusal = null;
        TemplateDocuments? documents = null;
        Cell cell;
        if (errors.Length > 1)
        {
            cell = Cell.RefusedBySeveralRules;
        }
        else if (!TemplateDocuments.TryWrite(read.Index, out documents, out string? problem))
        {
            cell = Cell.WithoutDocuments;
            Explain(errors.Length == 0 ? null : $"{errors[0]}: no document can be written", $"No document: {problem}", seed, host, read);
        }
        else
        {
            refusal = await RunAsync(bench, host, documents);
            cell = (errors, refusal) switch
            {
                ([], null) => Cell.AcceptedByAll,
                ([], _) => Cell.RefusedByProgramsAlone,
                (_, null) => Cell.RefusedByRulesAlone,
                _ => Cell.RefusedByBoth,
            };
        }

        _cells.AddOrUpdate(cell, 1, (_, count) => count + 1);
        if (errors.FirstOrDefault(id => !id.StartsWith("COLO", StringComparison.Ordinal)) is { } ofCompiler) Add(ofCompiler, seed, host, read);
        if (cell == Cell.RefusedByRulesAlone)
        {
            bool isOfLibvirt = host.Domain is not null && documents?.Domain is not null;
            Explain(Disagreements.ReasonOf(errors[0], isOfLibvirt), $"{errors[0]}{(isOfLibvirt ? ", by libvirt, too" : "")}", seed, host, read);
        }

        if (cell == Cell.RefusedByProgramsAlone)
        {
            Explain(Disagreements.NameOf(host, read, refusal!), $"{refusal!.Stage}: {refusal.Message}", seed, host, read);
        }
    }

    private void Explain(string? reason, string what, string seed, Host host, Read read)
    {
        if (reason is null) Add(what, seed, host, read);
        else _explained.AddOrUpdate(reason, 1, (_, count) => count + 1);
    }

    private void Add(string what, string seed, Host host, Read read) => _unexplained.GetOrAdd(what, _ => []).Enqueue(
        $"CsCheck_Seed={seed}\n{string.Join('\n', read.Diagnostics.Where(item => item.Id != "COLO0023"))}\n{HostText.Of(host)}");

    private string Unexplained()
    {
        StringBuilder text = new();
        foreach ((string what, ConcurrentQueue<string> hosts) in _unexplained.OrderByDescending(item => item.Value.Count))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"=== {hosts.Count} times: {what}").AppendJoin('\n', hosts.OrderBy(host => host.Length).Take(Shown));
        }

        return text.ToString();
    }

    private async Task<Refusal?> RunAsync(Bench bench, Host host, TemplateDocuments documents)
    {
        try
        {
            Refusal? refusal = await bench.RunBlockLayerAsync(host, documents) ?? await bench.RunMachineAsync(host, documents);
            return refusal is null && host.Domain is not null && documents.Domain is { } domain
                ? await oracle.RunLibvirtWithSchemaAsync(domain, host.Layers.Any(layer => layer.IsEncrypted))
                : refusal;
        }
        catch (Win32Exception exception)
        {
            return new Refusal(Stage.Machine, exception.Message);
        }
        catch (Exception exception) when (exception is XunitException or TimeoutException)
        {
            return new Refusal(Stage.Removal, exception.Message);
        }
    }

    private enum Cell
    {
        AcceptedByAll,
        RefusedByBoth,

        /// <summary>Of a single rule, and the programs accept the documents, which are written in spite of it.</summary>
        RefusedByRulesAlone,
        RefusedByProgramsAlone,

        /// <summary>Not run.</summary>
        RefusedBySeveralRules,

        /// <summary>Refused by a rule, as the declaration has no meaning that could be written.</summary>
        WithoutDocuments,
    }
}
