namespace ColoGen.TestInfrastructure;

/// <summary>QEMU, or one of its tools, ended when it should not have.</summary>
public sealed class QemuException(string program, int exitStatus, string standardError)
    : Exception($"{program} ended with status {exitStatus}: {standardError.Trim()}")
{
    /// <summary>The exit status; 128 and the number of the signal for one that was killed, so 134 for an abort.</summary>
    public int ExitStatus { get; } = exitStatus;

    /// <summary>What the program wrote to its standard error.</summary>
    public string StandardError { get; } = standardError;
}
