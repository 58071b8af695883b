using System.Text.RegularExpressions;
using ColoGen.Conformance.Tests.Agreement.Declarations;
using ColoGen.Conformance.Tests.Agreement.Mistakes;
using ColoGen.Conformance.Tests.Agreement.Oracles;

namespace ColoGen.Conformance.Tests.Agreement.Mutations;

/// <summary>Where the rules and the programs disagree on a random host, each with the reason.</summary>
internal static class Disagreements
{
    /// <summary>Of the opening of an image, whatever the format finds in it.</summary>
    private const string NotOpened = "^blockdev-add: ";

    private const string UnusedHostDisk = "QEMU reads nothing through a host disk that no disk or export uses, and shares what is below it until one does";

    /// <summary>Why a program refuses what no rule reports as an error.</summary>
    private static readonly Disagreement[] s_refused =
    [
        new("What a relative path leads to is known at run time.", "Could not open '[^/]|Unable to read [^/]") { Warning = "COLO0107" },
        new("Whether a file, folder or socket is there is known at run time.", "No such file or directory"),
        new("Whether a path leads to a folder or device is known at run time.", "to be a regular file|to be either a character or block device"),
        new("Whether a file or device can be opened without the host's cache is known at run time.", "filesystem does not support O_DIRECT"),
        new(
            "The shell of virsh takes U+007F in the name of a domain for a key.",
            "Failed to get option 'domain': Option argument is empty|domain '\u007f' already exists")
        {
            IsOf = host => host.Domain is not null && HostText.ValueOf(host.Domain["Name"]).Contains('\u007f'),
        },
        new("Whether a file can be executed is known at run time.", "is not executable") { IsOf = host => host.Domain?.ContainsKey("Emulator") == true },
        new("What a file with a secret holds is known at run time.", "Invalid password, cannot unlock any keyslot|secret is not valid UTF-8")
        {
            IsOf = HasAnotherSecret,
        },
        new("QEMU 7.2 never ends a read of an incomplete sector with io_uring. A topology does not know its QEMU.", "^Waited 120 s for ")
        {
            IsOf = host => host.Trees.Any(tree => tree.Settings.GetValueOrDefault("Io") == "DiskIo.IoUring"),
        },
        new("What listens at an address is known at run time.", "Connection refused|address resolution failed")
        {
            IsOf = host => host.Layers.Any(layer => layer.Kind == "NbdSource"),
        },
        new("What exports a server has is known at run time.", "export '[^']*' not present|no export|Requested export not available")
        {
            IsOf = host => host.Layers.Any(layer => layer.Kind == "NbdSource"),
        },
        new("What an export holds is known at run time.", NotOpened) { IsOf = HasExportOfAnotherFormat },
        new("What an image holds is known at run time.", NotOpened) { Warning = "COLO0109" },
        new("What a device of the machine holds is known at run time.", NotOpened) { IsOf = HasDeviceOfMachine },
        new("What an image holds is known at run time. Two layers declare it in two formats.", NotOpened) { Warning = "COLO0125" },
        new("Whether KVM can be used is known where the domain is started.", "does not support virt type 'kvm'")
        {
            IsOf = host => host.Domain?.GetValueOrDefault("Type", "DomainType.Kvm") == "DomainType.Kvm",
        },
        new("Sizes that are not declared are known at run time.", "Could not refresh total sector count|length are not the same")
        {
            IsOf = host => host.Layers.Any(layer => layer.Settings.ContainsKey("Size")),
        },
    ];

    /// <summary>Why a rule reports what the programs accept, beside the reasons of <see cref="MistakeTable"/>.</summary>
    private static readonly Dictionary<string, string> s_reported = new()
    {
        ["COLO0012"] = "a document has one backing layer, and the others would be ignored",
        ["COLO0102"] = "no document has the backing layer, and the guest would not read it",
        ["COLO0103"] = "no document has the name of a domain whose disk libvirt can't attach",
        ["COLO0104"] = "each text is held to what every document can carry, also the name of a domain or an export, which some don't have",
        ["COLO0105"] = "where its secret is missing, a program opens the image as one that is not encrypted, which it is here",
        ["COLO0115"] = "libvirt has no document of a host disk",
        ["COLO0106"] = "a setting that another makes needless stands in no document, such as TlsDir without Tls",
        ["COLO0108"] = "a setting that another makes needless stands in no document, such as TlsDir without Tls",
        ["COLO0122"] = "a setting that another makes needless stands in no document, such as TlsDir without Tls",
        ["COLO0201"] = "no document has the reference, and the guest would not read what it is meant to lead to",
        ["COLO0204"] = "QEMU takes a reference to a layer of the same tree that is opened before it; here, trees are opened as a whole",
        ["COLO0206"] = "QEMU takes any text for the name of a node",
        ["COLO0208"] = UnusedHostDisk,
        ["COLO0209"] = UnusedHostDisk,
        ["COLO0211"] = UnusedHostDisk,
        ["COLO0301"] = "the nodes of the two trees differ where each layer has another Index",
        ["COLO0306"] = "libvirt gives both devices one id, which QEMU refuses when it starts; here libvirt makes its command line only",
        ["COLO0311"] = "both programs take a rotation rate that the ATA and SCSI standards reserve",
        ["COLO0801"] = "no document has the export of a disk of the guest",
        ["COLO0318"] = "QEMU's documents leave out an address that is of another bus, and libvirt chooses a place where slot 0 of the root bus is declared",
        ["COLO0409"] = "a declared size stands in no document, and the images here have others",
        ["COLO0501"] = "QEMU starts a replica over the obsolete qcow, too",
        ["COLO0502"] = "QEMU starts a replica over the obsolete qcow, too",
        ["COLO0601"] = "a size stands in no document, and libvirt leaves the number of processors to QEMU",
    };

    private static readonly ILookup<string, string> s_reasons = MistakeTable.All
        .Where(mistake => mistake.AcceptedBecause is not null)
        .Select(mistake => (mistake.Rule, Reason: mistake.AcceptedBecause!))
        .Concat(s_reported.Concat(MistakeTable.Untried).Select(item => (Rule: item.Key, Reason: item.Value)))
        .Distinct()
        .ToLookup(item => item.Rule, item => item.Reason);

    private static readonly HashSet<string> s_ofLibvirt =
        [.. MistakeTable.All.Where(mistake => mistake is { AcceptedBecause: null, RefusedBy: Refuser.Libvirt }).Select(mistake => mistake.Rule)];

    /// <summary>Why the programs accept what a rule reports; null where they should not.</summary>
    /// <param name="isOfLibvirt">Whether libvirt was asked.</param>
    public static string? ReasonOf(string rule, bool isOfLibvirt) =>
        !isOfLibvirt && s_ofLibvirt.Contains(rule) ? $"{rule}: libvirt refuses it, and has no document of this host"
        : s_reasons[rule].Any() ? $"{rule}: {string.Join("; or ", s_reasons[rule])}"
        : null;

    /// <summary>The disagreement that a refusal is; null where a rule should have reported it.</summary>
    public static string? NameOf(Host host, Read read, Refusal refusal) => s_refused.FirstOrDefault(known =>
        Regex.IsMatch(refusal.Message, known.Message) && known.IsOf(host) && (known.Warning is null || read.Ids.Contains(known.Warning)))?.Name;

    /// <summary>The secret of all images is in one file.</summary>
    private static bool HasAnotherSecret(Host host) =>
        host.Layers.Any(layer => layer.IsEncrypted && !layer.Settings["SecretFile"].Contains(Host.Place + "passphrase", StringComparison.Ordinal));

    /// <summary>The tests make no image in it.</summary>
    private static bool HasDeviceOfMachine(Host host) => host.Layers.Any(layer => layer.Settings.GetValueOrDefault("Dev") == "\"/dev/null\"");

    /// <summary>The servers here have exports that are named after what they hold.</summary>
    private static bool HasExportOfAnotherFormat(Host host) => host.Layers.Any(layer =>
        layer.Kind == "NbdSource" && !Regex.IsMatch(layer.Settings.GetValueOrDefault("Export", ""), $"^\"{layer.Image}[1-{Assembly.Exports}]\"$"));
}

/// <summary>A refusal by a program of what no rule reports as an error.</summary>
/// <param name="Name">What and why.</param>
/// <param name="Message">The message of the program: a regular expression.</param>
internal sealed record Disagreement(string Name, string Message)
{
    /// <summary>The warning that reports it; null where none does.</summary>
    public string? Warning { get; init; }

    /// <summary>The hosts that it can be of.</summary>
    public Func<Host, bool> IsOf { get; init; } = _ => true;
}
