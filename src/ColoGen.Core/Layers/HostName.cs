using System.Net;
using System.Net.Sockets;

namespace ColoGen.Core.Layers;

/// <summary>What names a host: a name or an address, without a port.</summary>
internal static class HostName
{
    /// <summary>The most characters of the host in a migration's URI, for QEMU before 11.</summary>
    public const int MaximumMigrationLength = 64;

    /// <summary>Whether libvirt's schema takes it: letters, digits, dots and hyphens, or an IPv6 address without a zone.</summary>
    public static bool IsForLibvirt(string host) =>
        host.IndexOf(':') < 0 ? host.Length > 0 && host.All(IsOfName) : IsIpv6(host);

    /// <summary>Whether QEMU can resolve it: also a name with an underscore, and an IPv6 address with a zone, such as <c>fe80::1%eth0</c>.</summary>
    public static bool IsForQemu(string host)
    {
        if (host.IndexOf(':') < 0) return host.Length > 0 && host.All(static character => IsOfName(character) || character == '_');
        int zone = host.IndexOf('%');
        return zone < 0 ? IsIpv6(host) : zone < host.Length - 1 && IsIpv6(host.Substring(0, zone));
    }

    /// <summary>Whether QEMU can resolve the host in a URI, where an IPv6 address is in brackets.</summary>
    public static bool IsForMigration(string host) =>
        host is ['[', .., ']'] ? host.IndexOf(':') >= 0 && IsForQemu(host.Substring(1, host.Length - 2)) : host.IndexOf(':') < 0 && IsForQemu(host);

    private static bool IsIpv6(string host) =>
        host.All(static character => Uri.IsHexDigit(character) || character is ':' or '.')
        && IPAddress.TryParse(host, out IPAddress? address) && address.AddressFamily == AddressFamily.InterNetworkV6;

    private static bool IsOfName(char character) =>
        character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '-';
}
