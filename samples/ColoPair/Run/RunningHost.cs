using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ColoGen.Control.Qmp;
using ColoGen.TestInfrastructure;

namespace ColoPair;

/// <summary>A host of the run: a QEMU with two monitors, one for the pair's commands and one to look into it.</summary>
internal sealed partial class RunningHost : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    private readonly Qemu _qemu;
    private bool _hasQuit;

    private RunningHost(Qemu qemu, QmpClient monitor)
    {
        _qemu = qemu;
        Monitor = monitor;
    }

    /// <summary>Where the pair's commands go.</summary>
    public QmpClient Monitor { get; }

    public int ProcessId => _qemu.ProcessId;

    /// <param name="folder">Where its socket is to be.</param>
    public static async Task<RunningHost> StartAsync(string folder, QemuOptions options, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        string socket = Path.Combine(folder, "qmp");
        Qemu qemu = await Qemu.StartAsync(options, [.. arguments, "-qmp", $"unix:{socket},server=on,wait=off"], cancellation);
        try
        {
            return new(qemu, await QmpClient.ConnectUnixAsync(socket, cancellationToken: cancellation));
        }
        catch
        {
            await qemu.DisposeAsync();
            throw;
        }
    }

    /// <summary>The guest's count in its memory.</summary>
    public async Task<uint> CountInMemoryAsync(CancellationToken cancellation)
    {
        string said = (await _qemu.ExecuteAsync(
            "human-monitor-command", new JsonObject { ["command-line"] = $"xp /1wx {BootSector.CountAddress}" }, cancellation)).GetString()!;
        return Word().Match(said) is { Success: true } word
            ? uint.Parse(word.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)
            : throw new InvalidDataException($"QEMU's memory dump has no word in it: {said}");
    }

    /// <summary>The guest's count on its own disk, as its device sees it.</summary>
    public Task<uint> CountOnDiskAsync(CancellationToken cancellation) => CountAsync("-d /machine/peripheral/vda/virtio-backend", cancellation);

    /// <summary>The guest's count on a block node.</summary>
    public Task<uint> CountOnNodeAsync(string node, CancellationToken cancellation) => CountAsync(node, cancellation);

    /// <summary>Writes a byte over and over to a block node, at the beginning of a range such as "4M 1M".</summary>
    public async Task WriteAsync(string node, byte pattern, string range, CancellationToken cancellation)
    {
        string said = await _qemu.QemuIoAsync(node, $"write -q -P {pattern} {range}", cancellation);
        if (said.Length > 0) throw new InvalidDataException($"The write to {node} failed: {said}");
    }

    /// <summary>Whether a range of a block node has nothing but that byte in it.</summary>
    public async Task<bool> HasAsync(string node, byte pattern, string range, CancellationToken cancellation) =>
        await _qemu.QemuIoAsync(node, $"read -q -P {pattern} {range}", cancellation) switch
        {
            "" => true,
            string said when said.Contains("Pattern verification failed", StringComparison.Ordinal) => false,
            string said => throw new InvalidDataException($"The read of {node} failed: {said}"),
        };

    /// <summary>Executes a command that is none of the pair's.</summary>
    public Task ExecuteAsync(string command, JsonNode? arguments, CancellationToken cancellation) => _qemu.ExecuteAsync(command, arguments, cancellation);

    /// <summary>Waits for an event, past or future, that was not waited for before.</summary>
    public Task WaitForEventAsync(string name, CancellationToken cancellation) => _qemu.WaitForEventAsync(name, s_patience, cancellationToken: cancellation);

    /// <summary>Sends SIGKILL, and does not wait for what comes of it.</summary>
    public void Kill()
    {
        try
        {
            using Process process = Process.GetProcessById(ProcessId);
            process.Kill();
        }
        catch (ArgumentException)
        {
            // It is gone already.
        }
    }

    /// <summary>Waits for the end of the process, and gives back its exit status.</summary>
    public Task<int> WaitForExitAsync(CancellationToken cancellation) => _qemu.WaitForExitAsync(cancellation);

    /// <summary>Ends QEMU in order, so that its images are closed.</summary>
    public async Task QuitAsync()
    {
        _hasQuit = true;
        await Monitor.DisposeAsync();
        await _qemu.DisposeAsync();
    }

    /// <summary>Ends QEMU at once, whatever it does; its images are of no more use.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_hasQuit) return;
        await _qemu.KillAsync();
        await QuitAsync();
    }

    private async Task<uint> CountAsync(string target, CancellationToken cancellation)
    {
        string said = await _qemu.QemuIoAsync(target, $"read -v {BootSector.CountOffset} {BootSector.SectorSize}", cancellation);
        return Dump().Match(said) is { Success: true } dump
            ? BinaryPrimitives.ReadUInt32LittleEndian(Convert.FromHexString(dump.Groups["bytes"].Value.Replace(" ", "")))
            : throw new InvalidDataException($"qemu-io has read nothing from {target}: {said}");
    }

    [GeneratedRegex("0x([0-9a-f]{8})")]
    private static partial Regex Word();

    [GeneratedRegex("^[0-9a-f]+:  (?<bytes>([0-9a-f]{2} ){4})", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Dump();
}
