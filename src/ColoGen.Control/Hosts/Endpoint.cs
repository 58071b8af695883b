using System.Net;
using System.Text.Json;

namespace ColoGen.Control.Hosts;

/// <summary>A TCP address, as the pair's commands name it, or as QEMU reports it.</summary>
/// <param name="Host">A name, or an IP address without brackets.</param>
/// <param name="Port">The port, in decimal.</param>
internal sealed record Endpoint(string Host, string Port)
{
    private const string Scheme = "tcp:";

    /// <summary>Whether it names one host for everybody: neither a name, nor a loopback address.</summary>
    public bool IsUnique => Address is { } address && !IPAddress.IsLoopback(address);

    private IPAddress? Address => IPAddress.TryParse(Host, out IPAddress? address) ? address : null;

    /// <summary>Reads <c>tcp:host:port</c>. Null if the text is no such address.</summary>
    public static Endpoint? ReadUri(string uri)
    {
        int colon = uri.LastIndexOf(':');
        return uri.StartsWith(Scheme, StringComparison.Ordinal) && colon >= Scheme.Length
            ? new(uri[Scheme.Length..colon].Trim('[', ']'), uri[(colon + 1)..])
            : null;
    }

    /// <summary>Reads an <c>InetSocketAddress</c>. Null if it is another address.</summary>
    public static Endpoint? Read(JsonElement address) =>
        address.ValueKind == JsonValueKind.Object
        && address.TryGetProperty("host", out JsonElement host)
        && address.TryGetProperty("port", out JsonElement port)
            ? new(host.GetString()!, port.GetString()!)
            : null;

    /// <summary>
    /// Whether a socket that listens here can be the one that <paramref name="declared"/> names. QEMU reports an IP address, also for a name: then only
    /// the ports are compared.
    /// </summary>
    public bool CanBe(Endpoint declared)
    {
        if (Port != declared.Port) return false;
        if (Address is not { } bound || declared.Address is not { } named) return true;
        return bound.Equals(named) || bound.Equals(IPAddress.Any) || bound.Equals(IPAddress.IPv6Any);
    }

    public override string ToString() => $"{Host}:{Port}";
}
