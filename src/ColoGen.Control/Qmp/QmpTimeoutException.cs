namespace ColoGen.Control.Qmp;

/// <summary>QEMU did not answer a command, or did not send an event, in time. It may still execute the command.</summary>
public sealed class QmpTimeoutException : TimeoutException
{
    internal QmpTimeoutException(string command, string message)
        : base(message) => Command = command;

    /// <summary>The command or event that was waited for.</summary>
    public string Command { get; }
}
