using System.Buffers;
using System.Runtime.CompilerServices;

namespace ColoGen.Validation;

/// <summary>What <see cref="TextChecking"/> is for, for the names and addresses of hosts.</summary>
internal static class HostChecking
{
    /// <summary>The groups of digits of an IPv6 address.</summary>
    private const int MaximumGroups = 8;

    private const int MaximumDigits = 4;

    private static readonly SearchValues<char> s_ofNames = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-");

    private static readonly SearchValues<char> s_ofNamesForQemu = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsForLibvirt(string host) => IsName(host, s_ofNames) || IsIpv6(host);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsForQemu(string host) => IsName(host, s_ofNamesForQemu) || IsIpv6(host);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsForMigration(string host) => IsName(host, s_ofNamesForQemu) || (host is ['[', .., ']'] && IsIpv6(host.AsSpan(1, host.Length - 2)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsName(string host, SearchValues<char> characters) => host.Length > 0 && !host.AsSpan().ContainsAnyExcept(characters);

    /// <summary>Whether an address has groups of hexadecimal digits alone, which may be left out once.</summary>
    private static bool IsIpv6(ReadOnlySpan<char> address)
    {
        int gap = address.IndexOf("::");
        if (gap < 0) return Groups(address) == MaximumGroups;
        int before = gap == 0 ? 0 : Groups(address[..gap]);
        ReadOnlySpan<char> rest = address[(gap + 2)..];
        int after = rest.IsEmpty ? 0 : Groups(rest);
        return before >= 0 && after >= 0 && before + after < MaximumGroups;
    }

    /// <summary>The number of groups, or -1 if something else is there.</summary>
    private static int Groups(ReadOnlySpan<char> address)
    {
        int groups = 1;
        int digits = 0;
        foreach (char character in address)
        {
            if (character == ':')
            {
                if (digits == 0) return -1;
                groups++;
                digits = 0;
            }
            else if (!char.IsAsciiHexDigit(character) || ++digits > MaximumDigits)
            {
                return -1;
            }
        }

        return digits == 0 ? -1 : groups;
    }
}
