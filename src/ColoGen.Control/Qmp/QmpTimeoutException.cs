namespace ColoGen.Control.Qmp;

/// <summary>QEMU did not answer in time, or an event did not come. QEMU may still do what it was told.</summary>
public sealed class QmpTimeoutException : TimeoutException
{
    internal QmpTimeoutException(string command, string message)
        : base(message) => Command = command;

    /// <summary>The command, or the event, that was waited for.</summary>
    public string Command { get; }
}
