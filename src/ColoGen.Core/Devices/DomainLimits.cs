using System.Text;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;

namespace ColoGen.Core.Devices;

/// <summary>What libvirt takes for the settings of a domain.</summary>
internal static class DomainLimits
{
    /// <summary>libvirt writes <c>NAME.xml.new</c> first, and a file's name has 255 bytes.</summary>
    public const int MaximumNameBytes = HostPath.MaximumNameBytes - 8;

    /// <summary>The characters of a domain's name that are in the path of its monitor's socket.</summary>
    public const int ShortNameCharacters = 20;

    /// <summary>
    /// The bytes that the path of the monitor's socket, <c>/var/lib/libvirt/qemu/domain-ID-NAME/monitor.sock</c>, leaves for them where the ID has four
    /// digits.
    /// </summary>
    public const int MaximumShortNameBytes = 60;

    private static readonly char[] s_blanks = [' ', '\t', '\r'];

    public static NumberRange MemoryMiB { get; } = new(1, int.MaxValue);

    /// <summary>No machine has more without an IOMMU, which no document has: i440fx for itself, q35 for its interrupts.</summary>
    public static NumberRange Vcpus { get; } = new(1, 255);

    /// <summary>The limits of a number; null where the setting is none.</summary>
    public static NumberRange? RangeOf(string setting) => setting switch
    {
        nameof(DomainAttribute.MemoryMiB) => MemoryMiB,
        nameof(DomainAttribute.Vcpus) => Vcpus,
        _ => null,
    };

    /// <summary>Whether only a constant can give a setting.</summary>
    public static bool IsConstantOnly(string setting) => setting == nameof(DomainAttribute.Machine);

    /// <summary>Why a text is not allowed, as COLO0118's message has it; null where it is.</summary>
    public static string? ProblemOf(string setting, string text) => setting switch
    {
        nameof(DomainAttribute.Name) => NameProblem(text),
        nameof(DomainAttribute.Emulator) when text is not ['/', ..] => "give the whole path, or leave it out",
        nameof(DomainAttribute.Emulator) => PathProblem(text),
        nameof(DomainAttribute.Machine) => Machines.Problem(text),
        _ => null,
    };

    /// <summary>Whether virsh takes a name for none.</summary>
    public static bool IsBlank(string name) => name.Trim(s_blanks).Length == 0;

    private static string? NameProblem(string name) =>
        name.Length > 0 && IsBlank(name) ? "virsh finds no domain by a blank name, so add a letter"
        : name is "." or ".." || name.IndexOf('/') >= 0 || name.IndexOf('\n') >= 0 ? "libvirt names files after it, so leave out '/' and line breaks"
        : Encoding.UTF8.GetByteCount(name) > MaximumNameBytes ? $"libvirt names files after it, so give at most {MaximumNameBytes.ToText()} bytes"
        : Encoding.UTF8.GetByteCount(Beginning(name)) > MaximumShortNameBytes
            ? $"libvirt names a unix socket after its first {ShortNameCharacters.ToText()} characters, "
                + $"so give at most {MaximumShortNameBytes.ToText()} bytes there"
        : null;

    private static string? PathProblem(string path) =>
        HostPath.IsFolder(path) || path.IndexOfAny(HostPath.LineBreaks) >= 0 ? "it is not the path of a program" : null;

    /// <summary>The characters of a name that are in a socket's path. A surrogate pair is one.</summary>
    private static string Beginning(string name)
    {
        int at = 0;
        for (int count = 0; at < name.Length && count < ShortNameCharacters; count++) at += char.IsSurrogatePair(name, at) ? 2 : 1;
        return name.Substring(0, at);
    }
}
