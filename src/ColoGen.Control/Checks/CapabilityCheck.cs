namespace ColoGen.Control;

/// <summary>The migration capabilities of a COLO pair; with wrong ones the migration fails, or becomes a plain one.</summary>
internal static class CapabilityCheck
{
    private const string Colo = "x-colo";
    private const string ReturnPath = "return-path";

    /// <exception cref="ColoException">One is missing, or one is too many.</exception>
    public static async Task CheckAsync(ColoStep step, ColoHost host, QemuVersion qemu, CancellationToken cancellationToken)
    {
        IReadOnlySet<string> enabled = await host.CapabilitiesAsync(cancellationToken).ConfigureAwait(false);
        if (!enabled.Contains(Colo))
        {
            throw Refuse(
                $"its migration capability {Colo} is off: the guest would migrate, and no COLO would run.",
                "The pair's commands switch it on; somebody has switched it off.");
        }

        bool wantsReturnPath = qemu == QemuVersion.Qemu11;
        if (enabled.Contains(ReturnPath) != wantsReturnPath)
        {
            throw Refuse(
                wantsReturnPath
                    ? $"its migration capability {ReturnPath} is off, and {Colo} requires it from QEMU 11 on."
                    : $"its migration capability {ReturnPath} is on, and before QEMU 11 the migration fails with it.",
                $"The pair is declared for {qemu}: switch {ReturnPath} {(wantsReturnPath ? "on" : "off")} on both hosts.");
        }

        ColoException Refuse(string cause, string fix) => new(step, host.Side, cause, fix);
    }
}
