using ColoGen.Control.Hosts;

namespace ColoGen.Control.Checks;

/// <summary>Checks whether a QEMU can be a host of the pair, and whether its guest is in the state that an operation requires.</summary>
internal static class HostCheck
{
    private const int FirstSupported = 7;
    private const int FirstWithReturnPath = 11;

    /// <summary>Checks the version.</summary>
    /// <returns>The failure; null if there is none.</returns>
    public static Failure? FindVersionFailure(ColoSide side, QmpVersion version, QemuVersion declared) =>
        version.Major >= FirstSupported && Group(version) == declared ? null : WrongVersion(side, version, declared);

    /// <summary>Whether COLO hangs this version without KVM.</summary>
    public static bool RequiresKvm(QmpVersion version) => Group(version) == QemuVersion.Qemu7To10;

    public static Failure WithoutKvm(ColoSide side, QmpVersion version) => new(
        side, $"its guest runs without KVM, and COLO hangs QEMU {version} then.", "Start it with -accel kvm, or use QEMU 11.");

    /// <summary>Checks that a secondary waits for the migration.</summary>
    /// <returns>The failure; null if there is none.</returns>
    public static Failure? FindIncomingFailure(GuestStatus guest) => guest.IsWaitingForMigration
        ? null
        : new(ColoSide.Secondary, $"it does not wait for a migration: its guest is {guest.Status}.", "Start it with -incoming defer.");

    /// <summary>Checks that a secondary does not wait for the migration elsewhere. QEMU begins to wait once, and never ends it.</summary>
    /// <returns>The failure; null if there is none.</returns>
    public static Failure? FindListenerFailure(Endpoint? found, Endpoint? declared) => found is null || declared is null || found.CanBe(declared)
        ? null
        : new(ColoSide.Secondary, $"it waits for the migration at {found}, and the pair's is to {declared}.", "Start a new QEMU for this pair.");

    /// <summary>Checks that a prepared secondary waits for the pair's migration.</summary>
    /// <returns>The failure; null if there is none.</returns>
    public static Failure? FindNoListenerFailure(Endpoint? found, Endpoint? declared) => found is null && declared is not null
        ? new(ColoSide.Secondary, $"it does not listen for the migration to {declared}.", "PrepareAsync lets it listen.")
        : FindListenerFailure(found, declared);

    /// <summary>Checks that a host is outside of COLO.</summary>
    /// <returns>The failure; null if there is none.</returns>
    public static Failure? FindColoFailure(ColoSide side, ColoStatus colo) =>
        colo.IsNone ? null : new(side, $"it is in COLO already, as {colo.Mode}.", "A pair is started once.");

    /// <summary>Checks that a host is in COLO on its side.</summary>
    /// <returns>The failure; null if there is none.</returns>
    public static Failure? FindModeFailure(ColoSide side, ColoStatus colo) => colo.Is(side)
        ? null
        : new(
            side,
            $"its COLO mode is {colo.Mode}.",
            "Swap the connections if the hosts have changed their roles. For a host that runs the guest alone use the other constructor.");

    /// <summary>Checks that the primary's guest is stopped.</summary>
    /// <returns>The failure; null if there is none.</returns>
    public static Failure? FindRunningFailure(GuestStatus guest) => guest.IsRunning
        ? new(
            ColoSide.Primary,
            "its guest runs, and what it writes before COLO runs would be lost on the secondary, without an error.",
            "Start the primary with -S, or use ResyncAsync, which copies the disks of a running guest first.")
        : null;

    public static Failure HasRun() => new(
        ColoSide.Primary,
        "its guest has run since the replicas were attached, as RESUME shows. What it wrote is not on the secondary.",
        "Call DetachAsync, and then ResyncAsync with a new secondary.");

    private static Failure WrongVersion(ColoSide side, QmpVersion version, QemuVersion declared) => new(
        side,
        $"it runs QEMU {version}, and the pair is declared for {declared}.",
        "Both hosts must run the declared version: others do not understand its migration.");

    private static QemuVersion Group(QmpVersion version) => version.Major >= FirstWithReturnPath ? QemuVersion.Qemu11 : QemuVersion.Qemu7To10;
}
