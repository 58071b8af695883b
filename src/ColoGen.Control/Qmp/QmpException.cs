namespace ColoGen.Control.Qmp;

/// <summary>QEMU answered a command with an error: a message with <c>error</c>.</summary>
public sealed class QmpException : Exception
{
    internal QmpException(string command, string errorClass, string description)
        : base($"{command}: {description}")
    {
        Command = command;
        Class = errorClass;
        Description = description;
    }

    /// <summary>The name of the command: <c>execute</c>.</summary>
    public string Command { get; }

    /// <summary>The <c>class</c> of the error, usually <c>GenericError</c>.</summary>
    public string Class { get; }

    /// <summary>The <c>desc</c> of the error.</summary>
    public string Description { get; }
}
