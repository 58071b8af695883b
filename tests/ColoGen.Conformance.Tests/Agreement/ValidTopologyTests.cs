using ColoGen.Conformance.Tests.Agreement.Declarations;
using ColoGen.Conformance.Tests.Agreement.Oracles;
using CsCheck;

namespace ColoGen.Conformance.Tests.Agreement;

/// <summary>Random hosts in which nothing is wrong: nothing may be reported or refused.</summary>
public sealed class ValidTopologyTests(Oracle oracle) : IClassFixture<Oracle>
{
    private const int Topologies = 500;

    /// <summary>Reported of valid declarations, too: that a format is old, and that a replica has no quorum.</summary>
    private static readonly string[] s_advice = ["COLO0025", "COLO0111", "COLO0512"];

    /// <summary>Reported of valid declarations with a setting that does nothing, which EffectTests compare with QEMU.</summary>
    private static readonly string[] s_withoutEffect = ["COLO0609", "COLO0610"];

    [ToolFact(Programs.Qemu, "qemu-img", "virsh", Programs.LibvirtQemuDriver)]
    public async Task A_valid_topology_gives_no_diagnostic_and_QEMU_and_libvirt_accept_it()
    {
        int count = 0, layers = 0, replicating = 0, machines = 0, domains = 0;
        await Hosts.Any.SampleAsync(
            host => oracle.WithBenchAsync(async bench =>
            {
                Read read = Read.Source(bench.Declare(host));
                var documents = new TemplateDocuments(read.Index);
                string[] advice = [.. Advice(host, documents)];
                Assert.Equal(advice, read.Ids.Except(s_withoutEffect));
                Assert.Equal(advice, read.Violations.Except(s_withoutEffect));

                Assert.Null(await bench.RunBlockLayerAsync(host, documents));
                if (Interlocked.Increment(ref count) % 5 == 0)
                {
                    Assert.Null(await bench.RunMachineAsync(host, documents));
                    Interlocked.Increment(ref machines);
                }

                if (documents.Domain is { } domain)
                {
                    Assert.Null(await oracle.RunLibvirtAsync(domain, host.Layers.Any(layer => layer.IsEncrypted)));
                    Interlocked.Increment(ref domains);
                }

                Interlocked.Add(ref layers, host.Layers.Count());
                if (host.Layers.Any(layer => layer.Kind == "Replication")) Interlocked.Increment(ref replicating);
            }),
            iter: Topologies,
            threads: 2,
            print: HostText.Of);

        oracle.Print(
            $"{count} valid topologies with {layers} layers: 0 diagnostics, "
            + $"{count} accepted by QEMU's block layer ({replicating} with a replication that starts), "
            + $"{machines} started with their devices, {domains} accepted by libvirt.");
    }

    private static IEnumerable<string> Advice(Host host, TemplateDocuments documents)
    {
        if (host.Domain is not null && documents.Domain is null) yield return s_advice[0];
        if (host.Layers.Any(layer => layer.Settings.GetValueOrDefault("Format") is "DiskFormat.Qcow" or "DiskFormat.Qed")) yield return s_advice[1];
        if (host.Trees.Any(tree => tree.Top.IsSecondary)) yield return s_advice[2];
    }
}
