using System.Net;
using System.Net.Sockets;

namespace ColoGen.Control.Tests;

internal static class FreePort
{
    /// <summary>A TCP port that nobody on this machine listens on.</summary>
    public static int Next()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
