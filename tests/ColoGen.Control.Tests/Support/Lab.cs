namespace ColoGen.Control.Tests;

/// <summary>The images and QEMUs of one test; all are gone when it is disposed of.</summary>
internal sealed class Lab : IAsyncDisposable
{
    public const long RootSize = 16 << 20;
    public const long DataSize = 9 << 20;

    /// <summary>What the root disk holds from 4 MiB to 8 MiB before anybody writes.</summary>
    public const int OldPattern = 0x11;

    private readonly TemporaryFolder _folder = new();
    private readonly List<IAsyncDisposable> _owned = [];
    private int _files;

    public Lab() => System.IO.File.WriteAllBytes(Rom, GuestProgram.Rom());

    /// <summary>The group of versions that the QEMU of the live tests is of.</summary>
    public static QemuVersion Version => GuestQemu.OfThisMachine.Version.Major >= 11 ? QemuVersion.Qemu11 : QemuVersion.Qemu7To10;

    private string Rom => File("guest.rom");

    public string Folder => _folder.Path;

    public string File(string name) => _folder.File(name);

    public T Own<T>(T owned)
        where T : IAsyncDisposable
    {
        _owned.Add(owned);
        return owned;
    }

    /// <summary>An image with <see cref="OldPattern"/> in it.</summary>
    public async Task<string> RootImageAsync()
    {
        string raw = File("root.raw");
        using (FileStream file = System.IO.File.Create(raw))
        {
            file.Position = 4 << 20;
            file.Write(Enumerable.Repeat((byte)OldPattern, 4 << 20).ToArray());
            file.SetLength(RootSize);
        }

        string image = NewName("qcow2");
        await QemuImage.ConvertAsync(raw, "raw", image, "qcow2");
        return image;
    }

    public async Task<string> EmptyImageAsync(string format, long size)
    {
        string image = NewName(format);
        await QemuImage.CreateAsync(image, format, size);
        return image;
    }

    public string CopyOf(string image)
    {
        string copy = NewName(Path.GetExtension(image)[1..]);
        System.IO.File.Copy(image, copy);
        return copy;
    }

    /// <summary>A guest that waits: COLO lets it run.</summary>
    public Task<LiveHost> StartPrimaryAsync(IBlockdevArguments host, string? accelerator = null, string? networkNamespace = null) =>
        StartAsync(host.GetBlockdevArguments(), isPaused: true, accelerator, networkNamespace);

    public Task<LiveHost> StartSecondaryAsync(IBlockdevArguments host, string? accelerator = null, string? networkNamespace = null) =>
        StartAsync([.. host.GetBlockdevArguments(), "-incoming", "defer"], isPaused: false, accelerator, networkNamespace);

    public async Task<LiveHost> StartAsync(
        IEnumerable<string> arguments, bool isPaused, string? accelerator = null, string? networkNamespace = null, string? folder = null)
    {
        string monitor = NewName("qmp");
        string secondMonitor = NewName("qmp");
        GuestQemu program = GuestQemu.OfThisMachine;
        Qemu qemu = await Qemu.StartAsync(
            new(
                "pc",
                accelerator ?? program.Accelerator,
                isPaused,
                MemoryMiB: 32,
                Launcher: networkNamespace is not null ? ["ip", "netns", "exec", networkNamespace] : folder is null ? null : ["env", "-C", folder],
                Command: program.Command),
            [.. arguments, "-bios", Rom, "-qmp", $"unix:{monitor},server=on,wait=off", "-qmp", $"unix:{secondMonitor},server=on,wait=off"]);
        return Own(new LiveHost(qemu, monitor, secondMonitor));
    }

    public async ValueTask DisposeAsync()
    {
        for (int i = _owned.Count - 1; i >= 0; i--) await _owned[i].DisposeAsync();
        _folder.Dispose();
    }

    private string NewName(string extension) => File($"{++_files}.{extension}");
}
