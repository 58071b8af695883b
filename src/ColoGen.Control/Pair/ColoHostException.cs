namespace ColoGen.Control;

/// <summary>A host refused a command, did not answer it, or is gone. The controller makes a <see cref="ColoException"/> of it, which has the step.</summary>
internal sealed class ColoHostException(ColoSide side, string command, string? disk, string cause, Exception inner) : Exception(cause, inner)
{
    public ColoSide Side => side;

    public string Command => command;

    public ColoException In(ColoStep step) => new(step, side, Message, disk: disk, command: command, inner: InnerException);

    public static ColoHostException Of(ColoSide side, string command, string? disk, Exception exception) => new(side, command, disk, Cause(command, exception), exception);

    private static string Cause(string command, Exception exception) => exception switch
    {
        QmpException refusal => $"QEMU refused {command}: {refusal.Description}.",
        QmpConnectionException lost => $"There is no connection for {command}: {lost.Reason}",
        QmpTimeoutException late => $"{late.Message} It hangs, or waits for a host that does.",
        _ => $"QEMU answered {command} with something else than its documentation says.",
    };
}
