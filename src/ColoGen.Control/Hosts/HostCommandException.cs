namespace ColoGen.Control.Hosts;

/// <summary>A QMP command failed: QEMU refused it, did not answer in time or answered something undocumented, or the connection is lost.</summary>
internal sealed class HostCommandException(ColoSide side, string command, string? disk, Exception inner)
    : FailureException(new(side, Describe(command, inner), Disk: disk, Command: command), inner)
{
    public ColoSide Side => side;

    /// <summary>QEMU answered with an error.</summary>
    public bool IsRefusal => InnerException is QmpException;

    /// <summary>QEMU did not answer in time.</summary>
    public bool IsTimeout => InnerException is QmpTimeoutException;

    /// <summary>The connection to QEMU is lost.</summary>
    public bool IsConnectionLost => InnerException is QmpConnectionException;

    private static string Describe(string command, Exception exception) => exception switch
    {
        QmpException refusal => $"QEMU refused {command}: {refusal.Description}.",
        QmpConnectionException lost => $"There is no connection for {command}: {lost.Reason}",
        QmpTimeoutException late => $"{late.Message} QEMU hangs, or waits for a host that does not answer.",
        _ => $"QEMU's reply to {command} is not the documented one.",
    };
}
