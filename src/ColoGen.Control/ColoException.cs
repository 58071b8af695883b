namespace ColoGen.Control;

/// <summary>A step of a pair's life failed, or was refused before it touched the guest.</summary>
public sealed class ColoException : Exception
{
    internal ColoException(ColoStep step, ColoSide? side, string cause, string? fix = null, string? disk = null, string? command = null, Exception? inner = null)
        : base(Compose(step, side, cause, fix, disk), inner)
    {
        Step = step;
        Side = side;
        Disk = disk;
        Command = command;
        Cause = cause;
        Fix = fix;
    }

    /// <summary>What failed.</summary>
    public ColoStep Step { get; }

    /// <summary>On which host; null where it is about both, or none.</summary>
    public ColoSide? Side { get; }

    /// <summary>The dev of the disk that it is about; null where it is about no single one.</summary>
    public string? Disk { get; }

    /// <summary>The QMP command that failed; null where it was none.</summary>
    public string? Command { get; }

    /// <summary>What is wrong.</summary>
    public string Cause { get; }

    /// <summary>What to do about it; null where only the cause is known.</summary>
    public string? Fix { get; }

    /// <summary>
    /// Why the guest could not be set free after this; null where it could, or nothing had to be done. Where there is something, the guest may
    /// stand still.
    /// </summary>
    public Exception? RecoveryFailure { get; internal set; }

    /// <inheritdoc/>
    public override string Message => RecoveryFailure is null
        ? base.Message
        : $"{base.Message} The guest could not be set free after that, and may stand still: {RecoveryFailure.Message}";

    private static string Compose(ColoStep step, ColoSide? side, string cause, string? fix, string? disk)
    {
        string host = side is null ? "" : $", {(side == ColoSide.Primary ? "primary" : "secondary")}";
        string what = disk is null ? "" : $", disk '{disk}'";
        return $"{step}{host}{what}: {cause}{(fix is null ? "" : " " + fix)}";
    }
}
