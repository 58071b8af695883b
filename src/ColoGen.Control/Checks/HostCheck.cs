namespace ColoGen.Control;

/// <summary>Whether a QEMU can be a host of the pair at all.</summary>
internal static class HostCheck
{
    private const int FirstWithReturnPath = 11;

    /// <exception cref="ColoException">It is of another version than declared, or would hang.</exception>
    public static async Task CheckAsync(ColoStep step, ColoHost host, QemuVersion declared, CancellationToken cancellationToken)
    {
        QmpVersion version = host.Client.Version;
        QemuVersion found = version.Major >= FirstWithReturnPath ? QemuVersion.Qemu11 : QemuVersion.Qemu7To10;
        if (version.Major < 7 || found != declared)
        {
            throw new ColoException(
                step,
                host.Side,
                $"it runs QEMU {version}, and the pair is declared for {declared}.",
                "Both hosts must be of the declared version: others don't understand its migration.");
        }

        if (found == QemuVersion.Qemu7To10 && !await host.HasKvmAsync(cancellationToken).ConfigureAwait(false))
        {
            throw new ColoException(
                step, host.Side, $"its guest runs without KVM, and COLO hangs QEMU {version} then.", "Start it with -accel kvm, or use QEMU 11.");
        }
    }
}
