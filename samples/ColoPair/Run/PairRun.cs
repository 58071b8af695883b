using ColoGen.TestInfrastructure;

namespace ColoPair;

/// <summary>The pair, alive: real QEMUs on this machine, killed and failed over.</summary>
internal static class PairRun
{
    private const int Proven = 0;
    private const int Refuted = 1;

    private static readonly TimeSpan s_afterthought = TimeSpan.FromMilliseconds(200);

    /// <returns>The exit status.</returns>
    public static async Task<int> RunAsync(RunOptions options, CancellationToken cancellation)
    {
        if (Programs.Missing(Programs.Qemu, "qemu-img", "stdbuf") is { } missing)
        {
            Console.Error.WriteLine(missing);
            return Refuted;
        }

        string? withoutGuest = options.HasGuest switch
        {
            false => "no accelerator is asked for",
            null => Kvm.Missing(),
            true => null,
        };
        var report = new RunReport();
        try
        {
            using var folder = new TemporaryFolder();
            await (withoutGuest is null
                ? LivingPair.RunAsync(folder.Path, options.CheckpointDelay, report, cancellation)
                : BlockLayer.RunAsync(folder.Path, withoutGuest, report, cancellation));
        }
        catch (Exception exception)
        {
            // Ctrl-C in a terminal reaches the QEMUs, too: that they end may be seen before the reason.
            if (!cancellation.IsCancellationRequested) await Task.Delay(s_afterthought, CancellationToken.None);
            if (cancellation.IsCancellationRequested)
            {
                report.Line("Interrupted: the QEMUs are ended and the images deleted.");
                return Refuted;
            }

            report.Failure(exception.Message);
            return Refuted;
        }

        report.Line("");
        report.Line(report.IsProven ? "All of it held. The QEMUs are ended and the images deleted." : "Not all of it held: see REFUTED above.");
        return report.IsProven ? Proven : Refuted;
    }
}
