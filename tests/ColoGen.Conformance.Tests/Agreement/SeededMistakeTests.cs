using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ColoGen.Conformance.Tests.Agreement.Declarations;
using ColoGen.Conformance.Tests.Agreement.Mistakes;
using ColoGen.Conformance.Tests.Agreement.Oracles;
using ColoGen.Conformance.Tests.Support;
using CsCheck;

namespace ColoGen.Conformance.Tests.Agreement;

/// <summary>Random hosts with one mistake: the analyzer reports it, and QEMU or libvirt refuses it, or has a reason to be silent.</summary>
public sealed class SeededMistakeTests(Oracle oracle) : IClassFixture<Oracle>
{
    private const int TopologiesPerMistake = 5;

    /// <summary>Said by libvirt's schema, which reads a domain with secrets before libvirt does, of anything.</summary>
    private const string Schema = "failed to validate against schema";

    private readonly ConcurrentDictionary<Verdict, int> _verdicts = [];

    [ToolFact(Programs.Qemu, "qemu-img", "virsh", Programs.LibvirtQemuDriver)]
    public async Task A_mistake_is_reported_and_QEMU_or_libvirt_refuses_it_or_has_a_reason_to_be_silent()
    {
        var disagreements = new StringBuilder();
        foreach (Mistake mistake in MistakeTable.All)
        {
            try
            {
                await mistake.Base.SampleAsync(
                    host => oracle.WithBenchAsync(bench => AssertAgreementAsync(bench, mistake, host)),
                    iter: TopologiesPerMistake,
                    threads: 2,
                    print: host => HostText.Of(mistake.Seed(host)));
            }
            catch (CsCheckException exception)
            {
                disagreements.AppendLine(
                    CultureInfo.InvariantCulture, $"=== {mistake.Name} ({mistake.Rule}): {exception.InnerException?.Message}\n{exception.Message}");
            }
        }

        string counts = string.Join(", ", Enum.GetValues<Verdict>().Select(verdict => $"{verdict}: {_verdicts.GetValueOrDefault(verdict)}"));
        oracle.Print($"{MistakeTable.All.Count} mistakes in {_verdicts.Values.Sum()} topologies. {counts}.");
        Assert.True(disagreements.Length == 0, $"{counts}\n{disagreements}");
        Assert.InRange(_verdicts.Values.Sum(), 500, int.MaxValue);
    }

    private async Task AssertAgreementAsync(Bench bench, Mistake mistake, Host host)
    {
        Host wrong = mistake.Seed(host);
        Read read = Read.Source(bench.Declare(wrong));
        Assert.All(read.Ids, id => Assert.StartsWith("COLO", id));

        Verdict verdict = Verdict.NotReported;
        string? said = null;
        if (read.Ids.Contains(mistake.Rule))
        {
            Refusal? refusal = mistake.ByHand is { } edit
                ? await RunAsync(bench, mistake, host, new TemplateDocuments(Read.Source(bench.Declare(host)).Index, text => edit(host, text)))
                : await RunAsync(bench, mistake, wrong, new TemplateDocuments(read.Index));
            said = refusal?.Text;
            verdict = (said, mistake.Silence) switch
            {
                (null, null) => Verdict.ReportedAndAcceptedWithoutAReason,
                (null, _) => Verdict.ReportedAndSilentWithAReason,
                (_, null) when Regex.IsMatch(said, mistake.Words) || (mistake.RefusedBy == By.Libvirt && said.Contains(Schema)) => Verdict.ReportedAndRefused,
                _ => Verdict.RefusedUnexpectedly,
            };
        }

        _verdicts.AddOrUpdate(verdict, 1, (_, count) => count + 1);
        Assert.True(
            verdict is Verdict.ReportedAndRefused or Verdict.ReportedAndSilentWithAReason,
            $"{verdict}. Reported: {string.Join(", ", read.Ids)}. Said: {said ?? "nothing"}.");
    }

    /// <summary>Asks the one that is to refuse it, or all; libvirt can't be asked of every host.</summary>
    private async Task<Refusal?> RunAsync(Bench bench, Mistake mistake, Host host, TemplateDocuments documents)
    {
        bool isForAll = mistake.Silence is not null;
        Refusal? refusal = null;
        if (isForAll || mistake.RefusedBy == By.BlockLayer) refusal = await bench.RunBlockLayerAsync(host, documents);
        if (isForAll || mistake.RefusedBy == By.Machine) refusal ??= await bench.RunMachineAsync(host, documents);
        if (refusal is null && (isForAll || mistake.RefusedBy == By.Libvirt) && documents.Domain is { } domain)
        {
            refusal = await oracle.RunLibvirtAsync(domain, host.Layers.Any(layer => layer.IsEncrypted));
        }

        return refusal;
    }
}
