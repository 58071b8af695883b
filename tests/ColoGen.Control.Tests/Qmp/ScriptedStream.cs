using System.Text;
using System.Threading.Channels;

namespace ColoGen.Control.Tests.Qmp;

/// <summary>A stream that reads what a test says, byte for byte, and then ends, fails or waits as the test says.</summary>
/// <param name="isDeaf">Whether it ignores cancellation, and being disposed while it reads.</param>
internal sealed class ScriptedStream(bool isDeaf = false) : Stream
{
    private readonly Channel<Func<Memory<byte>, int>> _reads = Channel.CreateUnbounded<Func<Memory<byte>, int>>();
    private readonly CancellationTokenSource _disposed = new();
    private readonly TaskCompletionSource _firstWrite = new();
    private readonly TaskCompletionSource _end = new();
    private ReadOnlyMemory<byte> _unread;

    /// <summary>Completes when something was written.</summary>
    public Task FirstWrite => _firstWrite.Task;

    /// <summary>Called with each line that is written.</summary>
    public Action<byte[]> Written { get; init; } = _ => { };

    /// <summary>Thrown when it is disposed; null for nothing.</summary>
    public Exception? DisposeFailure { get; init; }

    /// <summary>Completes when it is disposed.</summary>
    public Task Disposed => _end.Task;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>The bytes are what one read gives, if it has room for them.</summary>
    public void Say(byte[] bytes) => _reads.Writer.TryWrite(buffer =>
    {
        _unread = bytes;
        return TakeUnread(buffer);
    });

    public void Say(string text) => Say(Encoding.UTF8.GetBytes(text));

    /// <summary>The next read throws this.</summary>
    public void Fail(Exception exception) => _reads.Writer.TryWrite(_ => throw exception);

    /// <summary>The next read claims to have read so many bytes.</summary>
    public void Claim(int count) => _reads.Writer.TryWrite(_ => count);

    public void End() => Claim(0);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!_unread.IsEmpty) return TakeUnread(buffer);
        using CancellationTokenSource stop = isDeaf ? new() : CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _disposed.Token);
        return (await _reads.Reader.ReadAsync(stop.Token))(buffer);
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Written(buffer.ToArray());
        _firstWrite.TrySetResult();
        return ValueTask.CompletedTask;
    }

    public override async ValueTask DisposeAsync()
    {
        await _disposed.CancelAsync();
        await base.DisposeAsync();
        _end.TrySetResult();
        if (DisposeFailure is not null) throw DisposeFailure;
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int TakeUnread(Memory<byte> buffer)
    {
        int count = Math.Min(_unread.Length, buffer.Length);
        _unread[..count].CopyTo(buffer);
        _unread = _unread[count..];
        return count;
    }
}
