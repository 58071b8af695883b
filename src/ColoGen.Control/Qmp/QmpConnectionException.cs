namespace ColoGen.Control.Qmp;

/// <summary>There is no connection to QEMU, it was lost, or what came over it is not QMP.</summary>
public sealed class QmpConnectionException : Exception
{
    internal QmpConnectionException(string? command, string reason, Exception? inner = null)
        : base(command is null ? reason : $"{command}: {reason}", inner)
    {
        Command = command;
        Reason = reason;
    }

    /// <summary>The command, or the event, that was waited for; null while connecting.</summary>
    public string? Command { get; }

    /// <summary>The connection, and what became of it.</summary>
    public string Reason { get; }
}
