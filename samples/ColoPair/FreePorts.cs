using System.Net;
using System.Net.Sockets;

namespace ColoPair;

/// <summary>TCP ports of this machine that nobody listens on.</summary>
internal static class FreePorts
{
    public static int One() => Two().First;

    public static (int First, int Second) Two()
    {
        using var first = new TcpListener(IPAddress.Loopback, 0);
        using var second = new TcpListener(IPAddress.Loopback, 0);
        first.Start();
        second.Start();
        return (((IPEndPoint)first.LocalEndpoint).Port, ((IPEndPoint)second.LocalEndpoint).Port);
    }
}
