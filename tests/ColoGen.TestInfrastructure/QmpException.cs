using System.Text.Json;

namespace ColoGen.TestInfrastructure;

/// <summary>QEMU answered a QMP command with an error.</summary>
public sealed class QmpException : Exception
{
    internal QmpException(string command, JsonElement error)
        : base($"{command}: {error.GetProperty("desc").GetString()}")
    {
        Command = command;
        Class = error.GetProperty("class").GetString()!;
        Description = error.GetProperty("desc").GetString()!;
    }

    /// <summary>The name of the command, or what was sent if it has no readable name.</summary>
    public string Command { get; }

    /// <summary>The class of the error, nearly always GenericError.</summary>
    public string Class { get; }

    /// <summary>QEMU's text.</summary>
    public string Description { get; }
}
