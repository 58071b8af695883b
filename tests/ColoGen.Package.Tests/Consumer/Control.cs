using ColoGen;
using ColoGen.Control;
using ColoGen.Control.Qmp;

try
{
    await using QmpClient primary = await QmpClient.ConnectUnixAsync("/nowhere/qmp");
    using ColoController controller = new(new Pair(), primary, ColoInitialRole.Primary);
    await controller.ResyncAsync(new Pair(), primary);
    await controller.FailoverAsync(ColoSide.Primary, (_, _) => Task.FromResult(FencingConfirmation.Dead("it is")));
    await foreach (ColoEvent notice in controller.WatchAsync()) Console.WriteLine(notice);
}
catch (QmpConnectionException exception)
{
    Console.WriteLine(exception.Message);
}

file sealed class Pair : IColoPair
{
    public System.Collections.Immutable.ImmutableArray<TopologyDiagnostic> Validate() => [];

    public QemuVersion Qemu => QemuVersion.Qemu11;

    public System.Collections.Immutable.ImmutableArray<ColoDisk> Disks => [];

    public int GetCommandsMaxByteCount(ColoCommands commands) => 0;

    public bool TryWriteCommands(ColoCommands commands, Span<byte> utf8Destination, out int bytesWritten)
    {
        bytesWritten = 0;
        return true;
    }

    public void WriteCommands(ColoCommands commands, System.Buffers.IBufferWriter<byte> writer)
    {
    }
}
