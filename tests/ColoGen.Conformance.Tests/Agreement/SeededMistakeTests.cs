using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ColoGen.Conformance.Tests.Agreement.Declarations;
using ColoGen.Conformance.Tests.Agreement.Mistakes;
using ColoGen.Conformance.Tests.Agreement.Oracles;
using CsCheck;

namespace ColoGen.Conformance.Tests.Agreement;

/// <summary>Random hosts with one mistake: the analyzer reports it, and QEMU or libvirt refuses it, or accepts it for a reason.</summary>
public sealed class SeededMistakeTests(Oracle oracle) : IClassFixture<Oracle>
{
    private const int TopologiesPerMistake = 5;

    /// <summary>The error of libvirt's schema for any mistake in a domain with secrets: it reads the domain before libvirt does.</summary>
    private const string Schema = "failed to validate against schema";

    private readonly ConcurrentDictionary<Outcome, int> _outcomes = [];

    [ToolFact(Programs.Qemu, "qemu-img", "virsh", Programs.LibvirtQemuDriver)]
    public async Task A_mistake_is_reported_and_QEMU_or_libvirt_refuses_it_or_accepts_it_for_a_reason()
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

        string counts = string.Join(", ", Enum.GetValues<Outcome>().Select(outcome => $"{outcome}: {_outcomes.GetValueOrDefault(outcome)}"));
        oracle.Print($"{MistakeTable.All.Count} mistakes in {_outcomes.Values.Sum()} topologies. {counts}.");
        Assert.True(disagreements.Length == 0, $"{counts}\n{disagreements}");
        Assert.InRange(_outcomes.Values.Sum(), 500, int.MaxValue);
    }

    private async Task AssertAgreementAsync(Bench bench, Mistake mistake, Host host)
    {
        Host wrong = mistake.Seed(host);
        Read read = Read.Source(bench.Declare(wrong));
        Assert.All(read.Ids, id => Assert.StartsWith("COLO", id));

        Outcome outcome = Outcome.NotReported;
        string? message = null;
        if (read.Ids.Contains(mistake.Rule))
        {
            // libvirt has no domain of this host, so nobody is asked.
            bool isForLibvirt = mistake is { RefusedBy: Refuser.Libvirt, AcceptedBecause: null, EditDocument: null };
            if (isForLibvirt && new TemplateDocuments(read.Index).Domain is null) return;
            Refusal? refusal = mistake.EditDocument is { } edit
                ? await RunAsync(bench, mistake, host, new TemplateDocuments(Read.Source(bench.Declare(host)).Index, text => edit(host, text)))
                : await RunAsync(bench, mistake, wrong, new TemplateDocuments(read.Index));
            message = refusal?.Message;

            // libvirt has defined the domain, and can't make the command line here at which it refuses some mistakes.
            bool isDefinedOnly = mistake is { RefusedBy: Refuser.Libvirt, AcceptedBecause: null } && host.Layers.Any(layer => layer.IsEncrypted);
            if (message is null && isDefinedOnly) return;
            outcome = (message, mistake.AcceptedBecause) switch
            {
                (null, null) => Outcome.ReportedAndAccepted,
                (null, _) => Outcome.ReportedAndAcceptedForAReason,
                (_, null) when IsExpected(mistake, message) => Outcome.ReportedAndRefused,
                _ => Outcome.RefusedUnexpectedly,
            };
        }

        _outcomes.AddOrUpdate(outcome, 1, (_, count) => count + 1);
        Assert.True(
            outcome is Outcome.ReportedAndRefused or Outcome.ReportedAndAcceptedForAReason,
            $"{outcome}. Reported: {string.Join(", ", read.Ids)}. Message: {message ?? "none"}.");
    }

    private static bool IsExpected(Mistake mistake, string message) =>
        Regex.IsMatch(message, mistake.Message) || (mistake.RefusedBy == Refuser.Libvirt && message.Contains(Schema));

    /// <summary>Runs the program that should refuse it, or all of them if all should accept it. libvirt has no domain of some hosts.</summary>
    private async Task<Refusal?> RunAsync(Bench bench, Mistake mistake, Host host, TemplateDocuments documents)
    {
        bool isForAll = mistake.AcceptedBecause is not null;
        Refusal? refusal = null;
        if (isForAll || mistake.RefusedBy == Refuser.BlockLayer) refusal = await bench.RunBlockLayerAsync(host, documents);
        if (isForAll || mistake.RefusedBy == Refuser.Machine) refusal ??= await bench.RunMachineAsync(host, documents);
        if (refusal is null && (isForAll || mistake.RefusedBy == Refuser.Libvirt) && documents.Domain is { } domain)
        {
            refusal = await oracle.RunLibvirtAsync(domain, host.Layers.Any(layer => layer.IsEncrypted));
        }

        return refusal;
    }
}
