using System.Buffers;
using System.Collections.Immutable;
using System.Text;

namespace ColoGen.Control.Tests;

/// <summary>A pair whose commands were changed by hand.</summary>
internal sealed class TamperedPair(IColoPair pair, ColoCommands tampered, Func<string, string> change) : IColoPair
{
    public QemuVersion Qemu => pair.Qemu;

    public ImmutableArray<ColoDisk> Disks => pair.Disks;

    public ImmutableArray<TopologyDiagnostic> Validate() => pair.Validate();

    public int GetCommandsMaxByteCount(ColoCommands commands) => throw new NotSupportedException();

    public bool TryWriteCommands(ColoCommands commands, Span<byte> utf8Destination, out int bytesWritten) => throw new NotSupportedException();

    public void WriteCommands(ColoCommands commands, IBufferWriter<byte> writer)
    {
        string text = pair.ToCommandsString(commands);
        writer.Write(Encoding.UTF8.GetBytes(commands == tampered ? Changed(text) : text));
    }

    private string Changed(string text)
    {
        string changed = change(text);
        Assert.NotEqual(text, changed);
        return changed;
    }
}
