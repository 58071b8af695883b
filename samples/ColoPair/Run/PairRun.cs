using ColoGen.TestInfrastructure;

namespace ColoPair;

/// <summary>The pair, alive: real QEMUs on this machine, killed and failed over.</summary>
internal static class PairRun
{
    private const int Proven = 0;
    private const int Refuted = 1;

    private static readonly TimeSpan s_afterthought = TimeSpan.FromSeconds(3);

    /// <returns>The exit status.</returns>
    public static async Task<int> RunAsync(RunOptions options, CancellationToken cancellation)
    {
        if (Programs.Missing(Programs.Qemu, "qemu-img", "stdbuf") is { } missing)
        {
            Console.Error.WriteLine(missing);
            return Refuted;
        }

        var report = new RunReport();
        try
        {
            (GuestQemu? qemu, string? withoutGuest) = options.Accelerator is RunOptions.NoAccelerator
                ? (null, "no accelerator is asked for")
                : await GuestQemu.FindAsync(options.Accelerator, cancellation);
            if (qemu is null && options.Accelerator is not (null or RunOptions.NoAccelerator))
            {
                Console.Error.WriteLine($"No guest can run with --accelerator {options.Accelerator}: {withoutGuest}.");
                return Refuted;
            }

            using var folder = new TemporaryFolder();
            await (qemu is null
                ? BlockLayer.RunAsync(folder.Path, withoutGuest!, report, cancellation)
                : LivingPair.RunAsync(folder.Path, qemu, options.CheckpointDelay, report, cancellation));
        }
        catch (Exception exception)
        {
            // Ctrl-C in a terminal reaches the QEMUs, too: that they end may be seen before the reason.
            await Task.WhenAny(Task.Delay(s_afterthought, cancellation));
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
