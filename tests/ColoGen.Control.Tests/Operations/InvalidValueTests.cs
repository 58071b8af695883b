using System.Buffers;
using System.Collections.Immutable;
using ColoGen.Control.Tests.Faults;

namespace ColoGen.Control.Tests.Operations;

/// <summary>A value that a list can't carry is refused before any command is sent, also if only a late list has it.</summary>
public sealed class InvalidValueTests
{
    public static TheoryData<string> Properties { get; } = ["CheckpointDelay", "NbdPort", "MigrationPort", "NbdHost", "MigrationHost"];

    [Theory]
    [MemberData(nameof(Properties))]
    public async Task Before_a_resync(string property)
    {
        await using FakePair pair = await FakePair.StartAsync();
        await pair.SurviveAsync();
        foreach (FakeQemu host in pair.Hosts) host.Arm(Fault.None, -1);

        ArgumentException refusal = await Assert.ThrowsAnyAsync<ArgumentException>(
            () => pair.Controller.ResyncAsync(WithInvalid(pair.Second, property), pair.ReserveClient));

        Assert.Equal(property, refusal.ParamName);
        AssertUntouched(pair, ColoPhase.Alone);
        Assert.True(pair.Secondary.Machine.IsWriter);
    }

    [Theory]
    [MemberData(nameof(Properties))]
    public async Task Before_a_preparation(string property)
    {
        await using FakePair pair = await FakePair.StartAsync();
        foreach (FakeQemu host in pair.Hosts) host.Arm(Fault.None, -1);
        UncheckedPair invalid = new(WithInvalid(pair.First, property));
        using ColoController controller = new(invalid, pair.Controller.Primary!, pair.Controller.Secondary!, pair.Options);

        Assert.Equal(property, (await Assert.ThrowsAnyAsync<ArgumentException>(() => controller.PrepareAsync())).ParamName);

        AssertUntouched(pair, ColoPhase.Connected);
    }

    [Theory]
    [MemberData(nameof(Properties))]
    public async Task Before_there_is_a_controller(string property)
    {
        await using FakePair pair = await FakePair.StartAsync();
        TwoDiskPair invalid = WithInvalid(pair.First, property);
        ArgumentException refusal = Assert.ThrowsAny<ArgumentException>(
            () => new ColoController(invalid, pair.Controller.Primary!, pair.Controller.Secondary!, pair.Options));
        Assert.Equal(property, refusal.ParamName);
    }

    private static TwoDiskPair WithInvalid(TwoDiskPair pair, string property) => property switch
    {
        "CheckpointDelay" => pair with { CheckpointDelay = -1 },
        "NbdPort" => pair with { NbdPort = 0 },
        "MigrationPort" => pair with { MigrationPort = 65_536 },
        "NbdHost" => pair with { NbdHost = null! },
        _ => pair with { MigrationHost = "a\0b" },
    };

    private static void AssertUntouched(FakePair pair, ColoPhase phase)
    {
        Assert.All(pair.Hosts, host => Assert.Empty(host.Heard));
        Assert.Equal(phase, pair.Controller.Phase);
    }

    /// <summary>A pair whose values are checked only when its lists are written.</summary>
    private sealed class UncheckedPair(IColoPair pair) : IColoPair
    {
        public QemuVersion Qemu => pair.Qemu;

        public ImmutableArray<ColoDisk> Disks => pair.Disks;

        public ImmutableArray<TopologyDiagnostic> Validate() => [];

        public int GetCommandsMaxByteCount(ColoCommands commands) => pair.GetCommandsMaxByteCount(commands);

        public bool TryWriteCommands(ColoCommands commands, Span<byte> utf8Destination, out int bytesWritten) =>
            pair.TryWriteCommands(commands, utf8Destination, out bytesWritten);

        public void WriteCommands(ColoCommands commands, IBufferWriter<byte> writer) => pair.WriteCommands(commands, writer);
    }
}
