using System.Text.RegularExpressions;

namespace ColoGen.TestInfrastructure;

/// <summary>A QEMU and an accelerator with which COLO works: any QEMU with KVM; without KVM, QEMU 11 or newer, because an older one hangs.</summary>
/// <param name="Command">The words that start it.</param>
/// <param name="Version">Its version, such as 11.1.3.</param>
/// <param name="Accelerator">The value of <c>-accel</c>: kvm or tcg.</param>
public sealed partial record GuestQemu(IReadOnlyList<string> Command, Version Version, string Accelerator)
{
    private const string Kvm = "kvm";
    private const string Tcg = "tcg";
    private const int FirstMajorWithTcg = 11;

    private static readonly Lazy<(GuestQemu? Found, string? Missing)> s_ofThisMachine =
        new(() => Task.Run(() => FindAsync(accelerator: null)).GetAwaiter().GetResult());

    /// <summary>Why this machine has none; null where it has one.</summary>
    public static string? Missing => s_ofThisMachine.Value.Missing;

    /// <summary>The one of this machine.</summary>
    /// <exception cref="InvalidOperationException">It has none.</exception>
    public static GuestQemu OfThisMachine => s_ofThisMachine.Value.Found ?? throw new InvalidOperationException(Missing);

    /// <summary>The program that <c>build/newer-qemu.sh</c> leaves in the user's cache folder, where it has been run.</summary>
    private static string NewerQemu => Path.Combine(
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache
            ? cache
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
        "cologen",
        "qemu",
        Programs.Qemu);

    /// <summary>Looks for one: first the installed QEMU with KVM, then with TCG, then the QEMU of <c>build/newer-qemu.sh</c> with TCG.</summary>
    /// <param name="accelerator">kvm or tcg; null for either.</param>
    /// <param name="cancellationToken">Ends the programs that are asked.</param>
    /// <returns>What was found, or the reason why there is none.</returns>
    /// <exception cref="QemuException">A QEMU does not tell its version.</exception>
    public static async Task<(GuestQemu? Found, string? Missing)> FindAsync(string? accelerator, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<string> installed = Programs.Command(Programs.Qemu);
        Version version = await VersionAsync(installed, cancellationToken);
        string? withoutKvm = null;
        if (accelerator != Tcg)
        {
            withoutKvm = await KvmErrorAsync(installed, cancellationToken);
            if (withoutKvm is null) return (new(installed, version, Kvm), null);
            withoutKvm = $"KVM can't be used here ({withoutKvm})";
            if (accelerator == Kvm) return (null, withoutKvm);
        }

        if (version.Major >= FirstMajorWithTcg) return (new(installed, version, Tcg), null);
        if (File.Exists(NewerQemu)) return (new([NewerQemu], await VersionAsync([NewerQemu], cancellationToken), Tcg), null);
        string withoutTcg = $"COLO hangs QEMU {version} with TCG; build/newer-qemu.sh gets a QEMU in which it works";
        return (null, withoutKvm is null ? withoutTcg : $"{withoutKvm}, and {withoutTcg}");
    }

    /// <summary>As in "QEMU 11.1.3 with TCG".</summary>
    public override string ToString() => $"QEMU {Version} with {Accelerator.ToUpperInvariant()}";

    /// <summary>
    /// What QEMU says when it is started with KVM; null when it starts. QEMU is asked because a device file alone does not mean that
    /// KVM works.
    /// </summary>
    private static async Task<string?> KvmErrorAsync(IReadOnlyList<string> command, CancellationToken cancellationToken)
    {
        ProgramResult result = await Programs.RunAsync(
            [.. command, "-M", "none", "-nodefaults", "-display", "none", "-accel", Kvm, "-monitor", "stdio"], "quit\n", cancellationToken);
        return result.ExitStatus == 0 ? null : result.Error.Split('\n')[0].Trim();
    }

    private static async Task<Version> VersionAsync(IReadOnlyList<string> command, CancellationToken cancellationToken)
    {
        ProgramResult result = await Programs.RunAsync([.. command, "--version"], "", cancellationToken);
        return VersionText().Match(result.Output) is { Success: true } match
            ? Version.Parse(match.Groups[1].ValueSpan)
            : throw new QemuException(string.Join(' ', command), result.ExitStatus, result.Error);
    }

    [GeneratedRegex(@"version (\d+\.\d+\.\d+)")]
    private static partial Regex VersionText();
}
