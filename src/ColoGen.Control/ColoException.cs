using ColoGen.Control.Hosts;

namespace ColoGen.Control;

/// <summary>A step failed, or a check refused it before the guest was touched.</summary>
public sealed class ColoException : Exception
{
    internal ColoException(ColoStep step, Failure failure, Exception? inner)
        : base(Compose(step, failure), inner)
    {
        Step = step;
        Failure = failure;
    }

    /// <summary>The step that failed.</summary>
    public ColoStep Step { get; }

    /// <summary>The host; null if the failure concerns both hosts.</summary>
    public ColoSide? Side => Failure.Side;

    /// <summary>The dev of the disk, such as <c>vda</c>; null if the failure concerns no disk, or several.</summary>
    public string? Disk => Failure.Disk;

    /// <summary>The name of the QMP command that failed; null if none did.</summary>
    public string? Command => Failure.Command;

    /// <summary>What is wrong.</summary>
    public string Cause => Failure.Cause;

    /// <summary>What to do about it; null if that is unknown.</summary>
    public string? Fix => Failure.Fix;

    /// <summary>
    /// The exception that prevented recovery of the guest, or null if recovery succeeded or was not needed. If it is not null, the guest may be
    /// paused.
    /// </summary>
    public Exception? RecoveryFailure { get; internal set; }

    /// <summary>The step, the host, the disk, the cause and the fix, and why recovery failed if it did.</summary>
    public override string Message => RecoveryFailure is null
        ? base.Message
        : $"{base.Message} The guest could not be recovered after that, and may be paused: {RecoveryFailure.Message}";

    internal Failure Failure { get; }

    private static string Compose(ColoStep step, Failure failure)
    {
        string host = failure.Side is { } side ? $", {(side == ColoSide.Primary ? "primary" : "secondary")}" : "";
        string disk = failure.Disk is null ? "" : $", disk '{failure.Disk}'";
        string fix = failure.Fix is null ? "" : $" {failure.Fix}";
        return $"{step}{host}{disk}: {failure.Cause}{fix}";
    }
}
