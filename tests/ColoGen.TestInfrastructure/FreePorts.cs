using System.Net;
using System.Net.Sockets;

namespace ColoGen.TestInfrastructure;

/// <summary>
/// TCP ports of the loopback address that nobody listens on. A port that the system picks may be picked again, for another
/// process or as the source of a connection, before QEMU listens on it; these are from below where the system picks, and no
/// process is given one of a block that another process holds.
/// </summary>
public static class FreePorts
{
    private const int First = 10_240;
    private const int End = 32_768;
    private const int Block = 64;

    private static readonly Lock s_taking = new();
    private static readonly List<TcpListener> s_held = [];
    private static int s_next;
    private static int s_end;

    /// <summary>A port that is given only once.</summary>
    /// <exception cref="InvalidOperationException">All are taken.</exception>
    public static int Next()
    {
        lock (s_taking)
        {
            while (true)
            {
                if (s_next == s_end) TakeBlock();

                int port = s_next++;
                if (Listen(port) is { } listener)
                {
                    listener.Dispose();
                    return port;
                }
            }
        }
    }

    /// <summary>Its first port is listened on for as long as this process lives: that holds the block.</summary>
    private static void TakeBlock()
    {
        for (int block = First; block < End; block += Block)
        {
            if (Listen(block) is { } listener)
            {
                s_held.Add(listener);
                s_next = block + 1;
                s_end = block + Block;
                return;
            }
        }

        throw new InvalidOperationException($"No block of {Block} TCP ports from {First} to {End - 1} is free on this machine.");
    }

    private static TcpListener? Listen(int port)
    {
        TcpListener listener = new(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return listener;
        }
        catch (SocketException exception) when (exception.SocketErrorCode is SocketError.AddressAlreadyInUse)
        {
            listener.Dispose();
            return null;
        }
    }
}
