using System.Diagnostics;

namespace ColoGen.Conformance.Tests.Support;

/// <summary>Block devices with files in them, which go away on disposal.</summary>
public sealed class LoopDevices : IDisposable
{
    private const int SectorSize = 512;

    private readonly List<string> _devices = [];

    /// <summary>Null where this process may make them; else why not.</summary>
    public static string? Missing { get; } = FindOut();

    /// <summary>A block device with this file in it, which must have whole sectors of 512 bytes.</summary>
    public string Attach(string path)
    {
        (int status, string output, string error) = Run("--find", "--show", path);
        if (status != 0) throw new IOException("losetup: " + error);
        _devices.Add(output.Trim());
        return _devices[^1];
    }

    /// <summary>A block device with an image in it, whose file this writes. An image that grows has room.</summary>
    public async Task<string> AttachImageAsync(string path, string format)
    {
        byte[] image = await ImageBytes.OfAsync(format);
        int room = format is "qcow2" or "encrypted" ? 4 * ImageBytes.Size : 0;
        await File.WriteAllBytesAsync(path, [.. image, .. new byte[room + (-image.Length & (SectorSize - 1))]]);
        return Attach(path);
    }

    public void Dispose() => _devices.ForEach(device => Run("--detach", device));

    private static string? FindOut()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, new byte[SectorSize]);
            using LoopDevices devices = new();
            devices.Attach(path);
            return null;
        }
        catch (Exception exception) when (exception is IOException or System.ComponentModel.Win32Exception)
        {
            return $"No loop device can be made here, which takes root and its devices: {exception.Message}";
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static (int Status, string Output, string Error) Run(params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo("losetup", arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        string output = process.StandardOutput.ReadToEnd();
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error);
    }
}

/// <summary>A test that needs programs, and loop devices, which not every machine has; without them it is skipped.</summary>
public sealed class LoopDeviceTheoryAttribute : TheoryAttribute
{
    public LoopDeviceTheoryAttribute(params string[] programs) => Skip = SkipReason.OfPrograms(programs) ?? LoopDevices.Missing;
}
