namespace ColoGen.Control;

/// <summary>What both hosts were seen doing when COLO did not start.</summary>
internal sealed record StuckStart(
    QmpVersion PrimaryVersion,
    QmpVersion SecondaryVersion,
    GuestStatus? Primary,
    MigrationStatus? PrimaryMigration,
    GuestStatus? Secondary,
    bool SecondaryLeftColo,
    ColoHostException? Failure)
{
    /// <summary>The likely reason.</summary>
    public string Cause => $"{Reason()} {Seen()}";

    /// <summary>What to do about it.</summary>
    public string Fix => IsDefective
        ? "Use QEMU 10.0.13 or newer, on both hosts."
        : SecondaryLeftColo || HasLostSecondary
            ? "QEMU keeps the reason to itself, or to its standard error; xen-set-replication on the secondary says it. Start a new secondary."
            : "The standard error of both QEMUs may say more. Start a new secondary.";

    private bool HasLostSecondary => Failure is { InnerException: QmpConnectionException, Side: ColoSide.Secondary };

    private string Reason()
    {
        const string replication = "could not start the replication of its disks: wrong top-id, no export, no backing, or lengths that differ";
        if (Failure is null && IsDefective)
        {
            return $"COLO did not start: QEMU 10.0.0 to 10.0.2 never enters it, and the hosts run {PrimaryVersion} and {SecondaryVersion}.";
        }

        if (SecondaryLeftColo) return $"The secondary {replication}. {Failure?.Message}".TrimEnd();
        if (HasLostSecondary) return $"{Failure!.Message} A secondary ends when it can't take the migration, because its machine differs, or {replication}.";
        if (Failure is not null) return Failure.Message;
        if (PrimaryMigration?.Error is { } error) return $"The migration failed: {error}.";
        return PrimaryMigration?.Status is "completed"
            ? "The migration ended without COLO: the secondary has x-colo off, or its QEMU does not go with the primary's."
            : "COLO did not start, and nothing has moved for too long.";
    }

    private string Seen() =>
        $"Seen: primary {Primary?.Status ?? "silent"}, migration {PrimaryMigration?.Status ?? "none"}; secondary {Secondary?.Status ?? "silent"}.";

    private bool IsDefective => new[] { PrimaryVersion, SecondaryVersion }.Any(version => version is { Major: 10, Minor: 0, Micro: <= 2 });
}
