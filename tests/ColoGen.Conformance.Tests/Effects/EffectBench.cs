using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ColoGen.Conformance.Tests.Agreement;
using ColoGen.Conformance.Tests.Support;

namespace ColoGen.Conformance.Tests.Effects;

/// <summary>A QEMU with a disk for each value of a setting, and what becomes of the requests of each disk.</summary>
internal sealed class EffectBench : IAsyncDisposable
{
    private const long Size = 64 << 20;

    /// <summary>The unit of what is measured, which is also the length of a request: metadata is far less.</summary>
    private const long Unit = 4 << 20;

    private const int Direct = 0x4000;

    /// <summary>The system calls that write to the disk of the host what is in its caches, and those of Linux AIO.</summary>
    private static readonly string[] s_tracer = ["strace", "-D", "-f", "--seccomp-bpf", "-qq", "-y", "-e", "trace=fdatasync,fsync,pwritev2,io_submit", "-o"];

    private readonly TemporaryFolder _folder = new();
    private readonly LoopDevices _devices = new();
    private readonly Dictionary<string, string> _devicesOfImages = [];
    private readonly EffectCase _case;
    private readonly string[] _settings;
    private Qemu? _server;
    private Qemu? _qemu;

    private EffectBench(EffectCase item, string[] settings)
    {
        _case = item;
        _settings = settings;
    }

    public int Major => _qemu!.Version.Major;

    /// <summary>A topology with a disk for each setting.</summary>
    /// <param name="images">The beginning of the paths of all images.</param>
    public static string Declare(EffectCase item, string[] settings, string images, string socket)
    {
        IEnumerable<string> layers = settings.Select((_, at) =>
            Fill(item.Layers, at).Replace("\"@socket\"", $"\"{socket}\"").Replace("\"@", $"\"{images}{Letter(at)}."));
        IEnumerable<string> disks = settings.Select((setting, at) => Fill($"[{item.Attribute}{setting})] Top# D#", at));
        IEnumerable<string> beside = item.Beside == "" ? [] : settings.Select((_, at) => Fill(item.Beside, at));
        return $"""
            using ColoGen;
            {string.Join('\n', layers.Select(text => text.Replace("record ", "public sealed record ")))}
            [Topology, Domain("effects", Machine = "pc", Type = DomainType.Qemu)]
            public sealed partial record Host({string.Join(", ", disks.Concat(beside))});
            """;
    }

    /// <param name="command">The words that start a QEMU; null for the installed one.</param>
    public static async Task<EffectBench> StartAsync(EffectCase item, string[] settings, IReadOnlyList<string>? command)
    {
        var bench = new EffectBench(item, settings);
        try
        {
            await bench.StartAsync(command);
            return bench;
        }
        catch
        {
            await bench.DisposeAsync();
            throw;
        }
    }

    /// <summary>What is seen of the requests of a disk.</summary>
    public async Task<string> ObserveAsync(string setting)
    {
        int at = Array.IndexOf(_settings, setting);
        (string target, string writeCache) = await TargetAsync(at);
        string[] images = [.. Images(at)];
        string direct = string.Join(',', images.SelectMany(image => Flags(Opened(image))).Select(flags => (flags & Direct) != 0).Distinct().Order());
        await RequestAsync(target, $"read {Unit} {Unit}");
        await RequestAsync(target, $"write -P 170 {Unit} {Unit}");
        await RequestAsync(target, "flush");

        // The second write changes no metadata.
        int[] before = await CallsAsync(images, IsSynchronous);
        await RequestAsync(target, $"write -P 170 {Unit} {Unit}");
        int[] written = await CallsAsync(images, IsSynchronous);
        await RequestAsync(target, "flush");
        int[] flushed = await CallsAsync(images, IsSynchronous);
        int[] submitted = await CallsAsync(images, call => call.Contains("io_submit("));

        await RequestAsync(target, $"write -P 0 {4 * Unit} {Unit}");
        string fresh = await SpaceAsync(target, images);
        await RequestAsync(target, $"write -P 0 {Unit} {Unit}");
        string overwritten = await SpaceAsync(target, images);
        await RequestAsync(target, $"write -P 170 {Unit} {Unit}");
        await RequestAsync(target, $"discard {Unit} {Unit}");
        string discarded = await SpaceAsync(target, images);
        return $"write cache: {writeCache}, direct: {direct}, Linux AIO: {Where(new int[images.Length], submitted)}, "
            + $"synchronous write: {Where(before, written)}, flush: {Where(written, flushed)}, "
            + $"zeroes: {fresh}, zeroes over data: {overwritten}, discard: {discarded}";

        string Where(int[] before, int[] after) =>
            string.Join(' ', _case.Images.Where((_, at) => after[at] > before[at]).Select(image => image.Ending).DefaultIfEmpty("nowhere"));
    }

    /// <summary>Flushes a disk, and writes to it twice. Gives back which of the two writes is on the disk of the host when it has ended.</summary>
    public async Task<(bool First, bool Second)> WriteAfterFlushAsync(string setting)
    {
        int at = Array.IndexOf(_settings, setting);
        (string target, _) = await TargetAsync(at);
        string[] images = [.. Images(at)];
        await RequestAsync(target, $"write -P 170 {Unit} {Unit}");
        await RequestAsync(target, "flush");
        int before = (await CallsAsync(images, IsSynchronous)).Sum();
        await RequestAsync(target, $"write -P 170 {Unit} {Unit}");
        int first = (await CallsAsync(images, IsSynchronous)).Sum();
        await RequestAsync(target, $"write -P 170 {Unit} {Unit}");
        int second = (await CallsAsync(images, IsSynchronous)).Sum();
        return (first > before, second > first);
    }

    public async ValueTask DisposeAsync()
    {
        if (_qemu is not null) await _qemu.DisposeAsync();
        if (_server is not null) await _server.DisposeAsync();
        _devices.Dispose();
        _folder.Dispose();
    }

    private static string Letter(int at) => ((char)('a' + at)).ToString();

    private static string Fill(string text, int at) => text.Replace("#", Letter(at));

    private async Task StartAsync(IReadOnlyList<string>? command)
    {
        string socket = _folder.File("socket");
        for (int at = 0; at < _settings.Length; at++) await CreateAsync(at);
        if (_case.IsOnServer) await ServeAsync(socket, command);

        string source = Declare(_case, _settings, _folder.Path + "/", socket);
        foreach ((string image, string device) in _devicesOfImages) source = source.Replace($"\"{image}\"", $"\"{device}\"");
        var documents = new TemplateDocuments(Read.Source(source).Index);
        _qemu = await Qemu.StartAsync(new("pc", Command: command, Launcher: [.. s_tracer, _folder.File("calls")]), documents.Arguments);
        if (_case.Replication is not { } mode) return;
        if (mode == ReplicationMode.Secondary)
        {
            await ListenAsync(_qemu, _folder.File("replica"));
            for (int at = 0; at < _settings.Length; at++) await ExportAsync(_qemu, Fill("p#-0", at), Fill("p#", at));
        }

        await _qemu.ExecuteAsync("xen-set-replication", new JsonObject { ["enable"] = true, ["primary"] = mode == ReplicationMode.Primary });
    }

    private async Task CreateAsync(int at)
    {
        await File.WriteAllTextAsync(_folder.File(Fill("#.secret", at)), ImageBytes.Passphrase);
        foreach ((string ending, string format) in _case.Images)
        {
            string path = _folder.File($"{Letter(at)}.{ending}");
            string[] words = format.Split(' ');
            if (format == "luks") await QemuImage.CreateEncryptedAsync(path, format, Size, _folder.File(Fill("#.secret", at)));
            else if (format == "raw") CreateRaw(path);
            else await QemuImage.CreateAsync(path, words[0], Size, words[1..]);
            if (_case.IsOnDevices) _devicesOfImages.Add(path, _devices.Attach(path));
        }
    }

    private static void CreateRaw(string path)
    {
        using FileStream file = File.Create(path);
        file.SetLength(Size);
    }

    private async Task ServeAsync(string socket, IReadOnlyList<string>? command)
    {
        _server = await Qemu.StartAsync(new(Command: command, Launcher: [.. s_tracer, _folder.File("calls-of-server")]));
        await ListenAsync(_server, socket);
        for (int at = 0; at < _settings.Length; at++)
        {
            string path = _folder.File(Fill("#.remote", at));
            await _server.ExecuteAsync("blockdev-add", new JsonObject
            {
                ["driver"] = "raw", ["node-name"] = Fill("n#", at), ["discard"] = "unmap",
                ["file"] = new JsonObject { ["driver"] = "file", ["filename"] = path, ["discard"] = "unmap" },
            });
            await ExportAsync(_server, Fill("n#", at), path);
        }
    }

    private static async Task ListenAsync(Qemu qemu, string socket) => await qemu.ExecuteAsync("nbd-server-start", new JsonObject
    {
        ["addr"] = new JsonObject { ["type"] = "unix", ["data"] = new JsonObject { ["path"] = socket } },
    });

    private static async Task ExportAsync(Qemu qemu, string node, string name) => await qemu.ExecuteAsync("block-export-add", new JsonObject
    {
        ["type"] = "nbd", ["id"] = node, ["node-name"] = node, ["name"] = name, ["writable"] = true,
    });

    /// <summary>
    /// What qemu-io calls a disk: the backend of its device, so that its write cache counts, or its top node; and whether it has a write cache, where something
    /// can be written.
    /// </summary>
    private async Task<(string Target, string WriteCache)> TargetAsync(int at)
    {
        string dev = Fill(_case.Attribute.Split('"')[1], at);
        if (_case.IsHostDisk) return ($"{dev}-0", "none");
        JsonElement disks = await _qemu!.ExecuteAsync("query-block");
        JsonElement disk = disks.EnumerateArray().Single(item =>
            item.TryGetProperty("inserted", out JsonElement inserted) && inserted.GetProperty("node-name").GetString() == $"{dev}-0");
        JsonElement medium = disk.GetProperty("inserted");
        string writeCache = medium.GetProperty("ro").GetBoolean() ? "none" : $"{medium.GetProperty("cache").GetProperty("writeback")}";
        return ("-d " + disk.GetProperty("qdev").GetString(), writeCache);
    }

    /// <summary>Sends a request and waits for its end; a disk that is read-only refuses most.</summary>
    private async Task RequestAsync(string target, string command) =>
        await _qemu!.ExecuteAsync("human-monitor-command", new JsonObject { ["command-line"] = $"qemu-io {target} \"{command}\"" });

    private IEnumerable<string> Images(int at) => _case.Images.Select(image => _folder.File($"{Letter(at)}.{image.Ending}"));

    /// <summary>What QEMU opens of an image.</summary>
    private string Opened(string image) => _devicesOfImages.GetValueOrDefault(image, image);

    /// <summary>The flags with which QEMU has a file open.</summary>
    private IEnumerable<int> Flags(string path)
    {
        string process = $"/proc/{_qemu!.ProcessId}";
        foreach (FileInfo descriptor in new DirectoryInfo($"{process}/fd").GetFiles())
        {
            if (descriptor.LinkTarget != path) continue;
            string flags = File.ReadLines($"{process}/fdinfo/{descriptor.Name}").Single(line => line.StartsWith("flags:", StringComparison.Ordinal));
            yield return Convert.ToInt32(flags.Split('\t')[1], 8);
        }
    }

    private static bool IsSynchronous(string call) => call.Contains("sync(") || call.Contains("RWF_DSYNC") || call.Contains("IOCB_CMD_FDSYNC");

    /// <summary>The number of system calls with each image.</summary>
    private async Task<int[]> CallsAsync(string[] images, Func<string, bool> isCounted)
    {
        int[] counts = new int[images.Length];
        foreach (string log in new[] { _folder.File("calls"), _folder.File("calls-of-server") }.Where(File.Exists))
        {
            await using FileStream stream = new(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using StreamReader reader = new(stream);
            while (await reader.ReadLineAsync() is { } line)
            {
                int at = Array.FindIndex(images, image => line.Contains($"<{Opened(image)}>"));
                if (at >= 0 && isCounted(line)) counts[at]++;
            }
        }

        return counts;
    }

    /// <summary>What the images take, and what of it is data, in units.</summary>
    private async Task<string> SpaceAsync(string target, string[] images)
    {
        await RequestAsync(target, "flush");
        long taken = 0;
        long data = 0;
        foreach (string image in images)
        {
            taken += SparseFile.Taken(image);
            data += SparseFile.Data(image);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{(taken + (Unit / 2)) / Unit} taken, {(data + (Unit / 2)) / Unit} data");
    }
}
