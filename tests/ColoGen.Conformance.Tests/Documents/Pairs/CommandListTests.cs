using System.Buffers;
using System.Text.Json;
using System.Text;
using ColoGen.Conformance.Tests.Documents.Data;
using ColoGen.Conformance.Tests.Support;

namespace ColoGen.Conformance.Tests.Documents.Pairs;

/// <summary>What stands in the lists of a pair.</summary>
public sealed class CommandListTests
{
    private static readonly TwoDiskPair s_pair = TwoDiskPair.At(Images.Nowhere);

    public static TheoryData<ColoCommands> Lists => [.. Enum.GetValues<ColoCommands>()];

    [Theory]
    [MemberData(nameof(Lists))]
    public void Every_line_is_a_command(ColoCommands list)
    {
        string text = s_pair.ToCommandsString(list);
        Assert.EndsWith("}\n", text);
        Assert.All(
            DocumentReader.Lines(text),
            line => Assert.Equal(JsonValueKind.String, JsonDocument.Parse(line).RootElement.GetProperty("execute").ValueKind));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void The_size_is_enough_and_one_byte_less_than_is_written_is_not(ColoCommands list)
    {
        int length = Encoding.UTF8.GetByteCount(s_pair.ToCommandsString(list));
        Assert.InRange(length, 1, s_pair.GetCommandsMaxByteCount(list));
        byte[] destination = [.. Enumerable.Repeat((byte)7, length)];
        Assert.False(s_pair.TryWriteCommands(list, destination.AsSpan(1), out int written));
        Assert.Equal(0, written);
        Assert.All(destination, item => Assert.Equal(7, item));
        Assert.True(s_pair.TryWriteCommands(list, destination, out written));
        Assert.Equal(length, written);
        Assert.Equal(s_pair.ToCommandsString(list), Encoding.UTF8.GetString(destination));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void Writing_allocates_nothing(ColoCommands list)
    {
        byte[] destination = new byte[1 << 16];
        ArrayBufferWriter<byte> writer = new(1 << 16);
        Assert.Equal(0, Allocation.Of(() =>
        {
            s_pair.TryWriteCommands(list, destination, out _);
            s_pair.GetCommandsMaxByteCount(list);
            writer.ResetWrittenCount();
            s_pair.WriteCommands(list, writer);
        }));
    }

    [Fact]
    public void No_other_list_is_written()
    {
        Assert.Equal("commands", Assert.Throws<ArgumentOutOfRangeException>(() => s_pair.ToCommandsString((ColoCommands)99)).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => s_pair.GetCommandsMaxByteCount((ColoCommands)(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => s_pair.TryWriteCommands((ColoCommands)99, [], out _));
    }

    [Theory]
    [InlineData(QemuVersion.Qemu7To10, false)]
    [InlineData(QemuVersion.Qemu11, true)]
    public void The_return_path_is_set_on_both_hosts_for_QEMU_11_alone(QemuVersion version, bool isSet)
    {
        TwoDiskPair pair = s_pair with { Qemu = version };
        Assert.Equal(version, ((IColoPair)pair).Qemu);
        foreach (ColoCommands list in new[] { ColoCommands.SecondaryPrepare, ColoCommands.Start })
        {
            string[] expected = isSet ? ["return-path", "x-colo"] : ["x-colo"];
            Assert.Equal(expected, JsonDocument.Parse(DocumentReader.Lines(pair.ToCommandsString(list))[0]).RootElement
                .GetProperty("arguments").GetProperty("capabilities").EnumerateArray()
                .Where(item => item.GetProperty("state").GetBoolean()).Select(item => item.GetProperty("capability").GetString()));
        }
    }

    [Fact]
    public void Names_of_disks_are_those_of_the_documents()
    {
        ColoDisk data = ((IColoPair)s_pair).Disks[1];
        Assert.Equal(
            new ColoDisk("vdb", "vdb-0", "vdb-3", "children.2", "vdb-replica-0", "children.1", "vdb-1", "vdb-2", "vdb-3", "parent1-0", "data", "vdb-mirror"),
            data);
        Assert.Contains($"\"child\":\"{data.PrimaryChild}\"", s_pair.ToCommandsString(ColoCommands.PrimaryDetach));
        Assert.Contains($"\"child\":\"{data.SurvivorChild}\"", s_pair.ToCommandsString(ColoCommands.SurvivorDetach));
        Assert.Contains($"\"name\":\"{data.Export}\"", s_pair.ToCommandsString(ColoCommands.SecondaryPrepare));
        Assert.Contains($"\"export\":\"{data.Export}\"", s_pair.ToCommandsString(ColoCommands.PrimaryAttach));
        Assert.Contains($"\"node-name\":\"{data.ActiveDisk}\"", s_pair.Secondary.ToQmpString());
    }

    [Fact]
    public void A_pair_names_a_top_layer_by_its_own_number() => Assert.Equal(
        new ColoDisk("vda", "vda-4", "vda-2", "children.1", "vda-replica-0", "children.1", "vda-1", "vda-2", "vda-3", "parent0-9", "parent0", "vda-mirror"),
        Assert.Single(((IColoPair)PinnedPair.At(Images.Nowhere)).Disks));

    [Fact]
    public void Without_a_delay_there_is_no_command_for_it()
    {
        TwoDiskPair pair = s_pair with { CheckpointDelay = null };
        Assert.Equal("", pair.ToCommandsString(ColoCommands.CheckpointDelay));
        Assert.DoesNotContain("x-checkpoint-delay", pair.ToCommandsString(ColoCommands.Start));
    }

    [Theory]
    [InlineData("secondary_1.example")]
    [InlineData("fe80::1")]
    public void A_host_is_what_it_was_to_a_reader_of_JSON(string host)
    {
        string commands = (s_pair with { NbdHost = host }).ToCommandsString(ColoCommands.SecondaryPrepare);
        JsonElement server = JsonDocument.Parse(DocumentReader.Lines(commands)[1]).RootElement;
        Assert.Equal(host, server.GetProperty("arguments").GetProperty("addr").GetProperty("data").GetProperty("host").GetString());
    }

    [Fact]
    public void A_value_that_can_t_be_is_refused_by_its_name()
    {
        Refused<ArgumentException>("NbdHost", s_pair with { NbdHost = "\ud800" });
        Refused<ArgumentException>("NbdHost", s_pair with { NbdHost = null! });
        Refused<ArgumentOutOfRangeException>("NbdPort", s_pair with { NbdPort = 0 });
        Refused<ArgumentOutOfRangeException>("MigrationPort", s_pair with { MigrationPort = 65536 });
        Refused<ArgumentOutOfRangeException>("Qemu", s_pair with { Qemu = QemuVersion.Unspecified });
        Refused<ArgumentOutOfRangeException>("CheckpointDelay", s_pair with { CheckpointDelay = -1 }, ColoCommands.Start);
        Refused<ArgumentException>("Primary", s_pair with { Primary = null! });
        Refused<ArgumentException>("Primary.Root.Replica", s_pair with
        {
            Primary = s_pair.Primary with { Root = s_pair.Primary.Root with { Replica = new(new("127.0.0.1", 10809)) } },
        });
    }

    private static void Refused<TException>(string property, TwoDiskPair pair, ColoCommands list = ColoCommands.SecondaryPrepare)
        where TException : ArgumentException
    {
        byte[] destination = new byte[1 << 16];
        Assert.Equal(property, Assert.ThrowsAny<TException>(() => pair.TryWriteCommands(list, destination, out _)).ParamName);
        Assert.All(destination, item => Assert.Equal(0, item));
    }
}
