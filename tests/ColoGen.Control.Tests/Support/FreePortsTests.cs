using System.Net;
using System.Net.Sockets;

namespace ColoGen.Control.Tests;

public sealed class FreePortsTests
{
    [Fact]
    public void A_port_is_free_and_given_once()
    {
        int[] ports = [.. Enumerable.Range(0, 200).Select(_ => FreePorts.Next())];
        Assert.Equal(ports.Length, ports.Distinct().Count());
        foreach (int port in ports)
        {
            using TcpListener listener = new(IPAddress.Loopback, port);
            listener.Start();
        }
    }
}
