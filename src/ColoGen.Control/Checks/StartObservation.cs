using ColoGen.Control.Hosts;

namespace ColoGen.Control.Checks;

/// <summary>What both hosts reported while COLO started, and the likely reason if it does not start.</summary>
/// <param name="PrimaryVersion">The primary's QEMU.</param>
/// <param name="SecondaryVersion">The secondary's QEMU.</param>
/// <param name="PrimaryColo">The primary's COLO mode; null if it has not answered.</param>
/// <param name="Primary">The primary's guest; null if it has not answered.</param>
/// <param name="PrimaryMigration">The primary's migration; null if it has not answered.</param>
/// <param name="SecondaryColo">The secondary's COLO mode; null if it has not answered.</param>
/// <param name="Secondary">The secondary's guest; null if it has not answered.</param>
/// <param name="SecondaryLeftColo">Whether the secondary sent <c>COLO_EXIT</c>.</param>
/// <param name="CommandFailure">The query that failed; null if none did.</param>
internal sealed record StartObservation(
    QmpVersion PrimaryVersion,
    QmpVersion SecondaryVersion,
    ColoStatus? PrimaryColo = null,
    GuestStatus? Primary = null,
    MigrationStatus? PrimaryMigration = null,
    ColoStatus? SecondaryColo = null,
    GuestStatus? Secondary = null,
    bool SecondaryLeftColo = false,
    HostCommandException? CommandFailure = null)
{
    private const string ReplicationFailed =
        "could not start the replication of its disks: wrong top-id, no export, no backing, or sizes that differ";

    /// <summary>Whether COLO runs. The modes change before the replication has started; the primary's guest runs after that.</summary>
    public bool IsStarted =>
        PrimaryColo is { } primary && primary.Is(ColoSide.Primary) && Primary is { IsRunning: true }
        && SecondaryColo is { } secondary && secondary.Is(ColoSide.Secondary);

    /// <summary>Whether COLO can't start any more.</summary>
    public bool IsFailed => SecondaryLeftColo || PrimaryMigration is { IsEnded: true };

    /// <summary>The likely reason, and what the hosts reported.</summary>
    public Failure Failure => new(CommandFailure?.Side, $"{FindReason()} {Describe()}", FindFix(), Command: CommandFailure?.Failure.Command);

    private bool HasLostSecondary => CommandFailure is { IsConnectionLost: true, Side: ColoSide.Secondary };

    private bool IsDefective => new[] { PrimaryVersion, SecondaryVersion }.Any(version => version is { Major: 10, Minor: 0, Micro: <= 2 });

    private string FindFix()
    {
        if (IsDefective) return "Use QEMU 10.0.13 or newer on both hosts.";
        return SecondaryLeftColo || HasLostSecondary
            ? "QEMU does not report the reason over QMP. xen-set-replication on the secondary, or its standard error, names it. Start a new secondary."
            : "The standard error of both QEMUs may say more. Start a new secondary.";
    }

    private string FindReason()
    {
        if (CommandFailure is null && IsDefective)
        {
            return $"COLO did not start: QEMU 10.0.0 to 10.0.2 never enters it, and the hosts run {PrimaryVersion} and {SecondaryVersion}.";
        }

        if (SecondaryLeftColo) return $"The secondary {ReplicationFailed}. {CommandFailure?.Message}".TrimEnd();
        if (HasLostSecondary)
        {
            return $"{CommandFailure!.Message} A secondary ends when it can't load the migration, because its machine differs, or {ReplicationFailed}.";
        }

        if (CommandFailure is not null) return CommandFailure.Message;
        if (PrimaryMigration?.Error is { } error) return $"The migration failed: {error}.";
        return PrimaryMigration?.Status is QemuNames.MigrationStates.Completed
            ? "The migration completed without COLO: x-colo is off on the secondary, or the secondary's QEMU is of another version."
            : "COLO did not start, and nothing has changed for too long.";
    }

    private string Describe() =>
        $"Seen: primary {Primary?.Status ?? "silent"}, migration {PrimaryMigration?.Status ?? "none"}; secondary {Secondary?.Status ?? "silent"}.";
}
