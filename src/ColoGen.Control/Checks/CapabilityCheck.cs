using ColoGen.Control.Hosts;
using static ColoGen.Control.Hosts.QemuNames;

namespace ColoGen.Control.Checks;

/// <summary>Checks the migration capabilities of a host. With wrong ones the migration fails, or completes without COLO.</summary>
internal static class CapabilityCheck
{
    /// <param name="side">The host.</param>
    /// <param name="declared">The QEMU that the pair is declared for.</param>
    /// <param name="enabled">The capabilities that are on.</param>
    /// <returns>The first failure; null if there is none.</returns>
    public static Failure? FindFailure(ColoSide side, QemuVersion declared, IReadOnlySet<string> enabled)
    {
        if (!enabled.Contains(Capabilities.Colo)) return ColoOff(side);
        bool requiresReturnPath = declared == QemuVersion.Qemu11;
        return enabled.Contains(Capabilities.ReturnPath) == requiresReturnPath ? null : WrongReturnPath(side, declared, requiresReturnPath);
    }

    private static Failure ColoOff(ColoSide side) => new(
        side,
        $"its migration capability {Capabilities.Colo} is off: the guest would migrate, and COLO would not run.",
        "The pair's commands switch it on. Something has switched it off since.");

    private static Failure WrongReturnPath(ColoSide side, QemuVersion declared, bool requiresReturnPath) => requiresReturnPath
        ? new(
            side,
            $"its migration capability {Capabilities.ReturnPath} is off, and {Capabilities.Colo} requires it from QEMU 11 on.",
            $"The pair is declared for {declared}: switch {Capabilities.ReturnPath} on on both hosts.")
        : new(
            side,
            $"its migration capability {Capabilities.ReturnPath} is on, and before QEMU 11 the migration fails with it.",
            $"The pair is declared for {declared}: switch {Capabilities.ReturnPath} off on both hosts.");
}
