using System.Globalization;
using System.Text.Json.Nodes;
using ColoGen.Control.Qmp;

namespace ColoGen.Conformance.Tests.Catalogue.OnQemu;

/// <summary>
/// A wrong graph, line by line: an argument of QEMU (<c>-device …</c>), an image (<c>image qcow2 NAME 1M</c>), a block node as an
/// object alone, or a command with its arguments. With <c>other</c> before it, it is for a second QEMU. In all of them
/// <c>DIR</c> is a folder of their own.
/// </summary>
internal sealed class QemuScript : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<bool, Qemu> _qemus = [];
    private readonly string[] _lines;

    private QemuScript(string script) => _lines = script.Replace("DIR", _folder.Path).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Runs all lines. Only the last may fail; what QEMU says to it, or null.</summary>
    public static async Task<string?> RunAsync(string script)
    {
        await using QemuScript running = new(script);
        foreach (string line in running._lines[..^1]) await running.RunLineAsync(line);
        try
        {
            await running.RunLineAsync(running._lines[^1]);
            return null;
        }
        catch (QmpException exception)
        {
            return exception.Description;
        }
        catch (QemuException exception)
        {
            return exception.StandardError;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (Qemu qemu in _qemus.Values) await qemu.DisposeAsync();
        _folder.Dispose();
    }

    private async Task RunLineAsync(string line)
    {
        bool isOther = line.StartsWith("other ", StringComparison.Ordinal);
        string rest = isOther ? line["other ".Length..] : line;
        if (rest.StartsWith('-'))
        {
            if (line == _lines[^1]) await QemuAsync(isOther);
            return;
        }

        string[] words = rest.Split(' ', 2);
        switch (words[0])
        {
            case "image":
                string[] image = words[1].Split(' ');
                await QemuImage.CreateAsync(_folder.File(image[1]), image[0], long.Parse(image[2].TrimEnd('M'), CultureInfo.InvariantCulture) << 20);
                break;
            case ['{', ..]:
                await (await QemuAsync(isOther)).ExecuteAsync("blockdev-add", JsonNode.Parse(rest));
                break;
            default:
                await (await QemuAsync(isOther)).ExecuteAsync(words[0], words.Length > 1 ? JsonNode.Parse(words[1]) : null);
                break;
        }
    }

    /// <summary>Starts a QEMU at its first command.</summary>
    private async Task<Qemu> QemuAsync(bool isOther)
    {
        if (!_qemus.TryGetValue(isOther, out Qemu? qemu))
        {
            IEnumerable<string> arguments = isOther ? [] : _lines.Where(line => line.StartsWith('-')).SelectMany(line => line.Split(' ', 2));
            _qemus.Add(isOther, qemu = await Qemu.StartAsync(arguments: arguments));
        }

        return qemu;
    }
}
