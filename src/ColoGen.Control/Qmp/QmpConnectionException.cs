namespace ColoGen.Control.Qmp;

/// <summary>A connection to QEMU could not be made, or is lost, or carried something other than QMP.</summary>
public sealed class QmpConnectionException : Exception
{
    internal QmpConnectionException(string? command, string reason, Exception? inner = null)
        : base(command is null ? reason : $"{command}: {reason}", inner)
    {
        Command = command;
        Reason = reason;
    }

    /// <summary>The command or event that was waited for; null while connecting.</summary>
    public string? Command { get; }

    /// <summary>The address, and what happened to the connection.</summary>
    public string Reason { get; }
}
