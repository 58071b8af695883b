using System.Net;
using System.Net.Sockets;

namespace ColoGen.Control.Tests;

/// <summary>Stands between the primary and its secondary, and can break a checkpoint off in the middle of the guest's memory.</summary>
internal sealed class MigrationProxy : IAsyncDisposable
{
    /// <summary>COLO_MESSAGE_CHECKPOINT_REQUEST, in migration/colo.c of QEMU. The primary waits for the reply to it.</summary>
    private static readonly byte[] s_checkpointRequest = [0, 0, 0, 1];

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly TaskCompletionSource _brokenOff = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stop = new();
    private readonly int _target;
    private readonly Task _serving;
    private volatile bool _breaksOff;

    public MigrationProxy(int target)
    {
        _target = target;
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Passes the first bytes of the next checkpoint on, and nothing after them. Ends when they are passed on.</summary>
    public Task BreakOffCheckpointAsync()
    {
        _breaksOff = true;
        return _brokenOff.Task;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            using TcpClient primary = await _listener.AcceptTcpClientAsync(_stop.Token);
            using TcpClient secondary = new();
            await secondary.ConnectAsync(IPAddress.Loopback, _target, _stop.Token);
            (primary.NoDelay, secondary.NoDelay) = (true, true);
            await await Task.WhenAny(
                secondary.GetStream().CopyToAsync(primary.GetStream(), _stop.Token), PassAsync(primary.GetStream(), secondary.GetStream()));
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or ObjectDisposedException or SocketException)
        {
        }
    }

    private async Task PassAsync(Stream from, Stream to)
    {
        // The message VMSTATE_SEND, the header of the section, and a part of the first page.
        const int first = 100;
        int? left = null;
        byte[] buffer = new byte[65536];
        int count;
        while ((count = await from.ReadAsync(buffer, _stop.Token)) > 0)
        {
            Memory<byte> bytes = buffer.AsMemory(0, Math.Min(count, left ?? count));
            await to.WriteAsync(bytes, _stop.Token);
            left -= bytes.Length;
            if (_breaksOff && bytes.Span.SequenceEqual(s_checkpointRequest)) left = first;
            if (left != 0) continue;
            _brokenOff.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, _stop.Token);
        }
    }
}
