using ColoGen.Conformance.Tests.Agreement.Declarations;
using CsCheck;

namespace ColoGen.Conformance.Tests.Agreement.Mistakes;

internal static partial class MistakeTable
{
    private static Mistake[] Sources =>
    [
        new("a layer without a format", "COLO0101", Bases.Qcow2InFile, TopWithout("Format"))
        {
            EditDocument = WithoutType,
            AcceptedBecause = "libvirt takes it for raw, and the guest reads the bytes of the container",
        },
        new("a backing layer under raw", "COLO0102", Hosts.WithDisk(Layers.Over(Layers.InFile("Qcow2"), Layers.Any(writes: false, depth: 1))),
            Top(top => Reformatted(top, "Raw")))
        {
            EditDocument = (host, text) => text.Replace(
                $"\"driver\":\"qcow2\",\"node-name\":\"{host.First.Dev}-0\"", $"\"driver\":\"raw\",\"node-name\":\"{host.First.Dev}-0\""),
            Message = "Parameter 'backing' is unexpected",
        },
        new("a file without a path", "COLO0103", Bases.Qcow2InFile, TopWithout("File")) { Message = "Parameter 'filename' is missing" },
        new("an NBD source without a server", "COLO0103", Bases.OverTcp, TopWithout("Host", "Port")) { Message = "Parameter 'server.host' is missing" },
        new("a quorum without a threshold", "COLO0103", Bases.Quorum(3, 2), TopWithout("VoteThreshold")) { Message = "Parameter 'vote-threshold' is missing" },
        new("a control character in a path", "COLO0104", Bases.Qcow2InFile, Top("File", Text(Host.Place + "\u0001.qcow2")))
        {
            RefusedBy = Refuser.Libvirt,
            Message = "(?i)invalid char",
        },
        new("a noncharacter in a path", "COLO0104", Bases.Qcow2InFile, Top("File", Text(Host.Place + "\uFDD0.qcow2")))
        {
            Message = "JSON parse error",
        },
        new("an encrypted image without its secret", "COLO0105", Bases.Encrypted, TopWithout("SecretFile"))
        {
            Message = "Either 'file' or 'data' must be provided|key-secret",
        },
        new("an encrypted image without libvirt's secret", "COLO0105", Bases.Encrypted, TopWithout("SecretUuid"))
        {
            RefusedBy = Refuser.Libvirt,
            Message = "secret",
        },
        new("a secret for a raw image", "COLO0105", Bases.RawInFile,
            Top(top => top.With("SecretFile", Text(Host.Place + "passphrase")).With("SecretUuid", Text("0a81f5b2-8403-7b23-c8d6-21ccc2f80d6f"))))
        {
            Message = "Parameter 'encrypt[^']*' is unexpected",
        },
        new("an empty path", "COLO0106", Bases.Qcow2InFile, Top("File", "\"\"")) { Message = "The 'file' block driver requires a file name" },
        new("a relative path", "COLO0107", Bases.Qcow2InFile, Top("File", Text("images/root.qcow2")))
        {
            Message = "Could not open 'images/root.qcow2': No such file",
        },
        new("a URL as a path", "COLO0108", Bases.RawInFile, Top("File", Text("nbd://127.0.0.1/root")))
        {
            Message = "Could not open 'nbd://127.0.0.1/root': No such file",
        },
        new("a qcow2 image as raw", "COLO0109", Bases.Qcow2InFile, Top("Format", "DiskFormat.Raw"))
        {
            AcceptedBecause = "raw takes any bytes, and the guest sees those of the container",
        },
        new("a raw image as qcow2", "COLO0109", Bases.RawInFile, Top("Format", "DiskFormat.Qcow2")) { Message = "Image is not in qcow2 format" },
        new("a bochs image that is written", "COLO0110", Bases.RawInFile, Top(top => Reformatted(top, "Bochs"))) { Message = "read-only" },
        new("a cloop image that is written", "COLO0110", Bases.RawInFile, Top(top => Reformatted(top, "Cloop"))) { Message = "read-only" },
        new("a dmg image that is written", "COLO0110", Bases.RawInFile, Top(top => Reformatted(top, "Dmg"))) { Message = "read-only" },
        new("a host beside a socket", "COLO0112", Bases.OverSocket, Top("Host", Text("127.0.0.1")))
        {
            AcceptedBecause = "the host stands in no document, and the disk comes from the socket",
        },
        new("a TLS name without TLS", "COLO0113", Bases.OverTcp, Top("TlsHostname", Text("nbd.example.org")))
        {
            AcceptedBecause = "QEMU connects in plain text and compares no name",
        },
        new("an export with a long name to connect to", "COLO0114", Bases.OverSocket, Top("Export", Text(new string('a', 4097))))
        {
            Message = "export name too long",
        },
        new("an export with a long name", "COLO0114", Bases.HostDisk,
            host => host.WithFirst(tree => tree with { Export = Settings.Empty.Add("Name", Text(new string('a', 4097))) }))
        {
            Message = "too long",
        },
        new("a malformed UUID of a secret", "COLO0115", Bases.Encrypted, Top("SecretUuid", Text("1234")))
        {
            RefusedBy = Refuser.Libvirt,
            Message = "invalid secret uuid '1234'",
        },
        new("a malformed UUID of a domain", "COLO0115", Bases.Qcow2InFile.InDomain(), host => host with { Domain = host.Domain!.Add("Uuid", Text("1234")) })
        {
            RefusedBy = Refuser.Libvirt,
            Message = "malformed uuid",
        },
        new("a host with its port", "COLO0116", Bases.OverTcp, Top("Host", Text("127.0.0.1:10809"))) { Message = "address resolution failed" },
        new("a host of every address", "COLO0116", Bases.OverTcp, Top("Host", Text("*"))) { Message = "Bad value for ai_flags" },
        new("a host with a comma", "COLO0116", Bases.OverTcp, Top("Host", Text("a,b"))) { Message = "address resolution failed" },
        new("a machine in capital letters", "COLO0118", Bases.Qcow2InFile.InDomain(),
            host => host with { Domain = host.Domain!.SetItem("Machine", Text("Q35")) })
        {
            RefusedBy = Refuser.Libvirt,
            Message = "No PCI buses available",
        },
        new("a slash in a domain's name", "COLO0118", Bases.Qcow2InFile.InDomain(),
            host => host with { Domain = host.Domain!.SetItem("Name", Text("shop/primary")) })
        {
            RefusedBy = Refuser.Libvirt,
            Message = "cannot contain '/'",
        },
        new("an emulator without its path", "COLO0118", Bases.Qcow2InFile.InDomain(),
            host => host with { Domain = host.Domain!.Add("Emulator", Text("qemu-system-x86_64")) })
        {
            RefusedBy = Refuser.Libvirt,
            Message = "Cannot check QEMU binary",
        },
        new("a folder as an emulator", "COLO0118", Bases.Qcow2InFile.InDomain(), host => host with { Domain = host.Domain!.Add("Emulator", Text("/usr/bin/")) })
        {
            RefusedBy = Refuser.Libvirt,
            Message = "Is a directory",
        },
        new("a qcow2 image written twice", "COLO0120", Bases.TwoQcow2, SameImage) { Message = "Failed to get \"write\" lock" },
        new("a raw image written twice", "COLO0120", Bases.TwoRaw, SameImage) { RefusedBy = Refuser.Machine, Message = "Failed to get \"write\" lock" },
        new("a raw image written twice by two spellings of its path", "COLO0120", Bases.TwoRaw,
            host => SameImage(host).WithFirst(tree => tree.WithTop(top => top.With("File", top.Settings["File"].Replace(Host.Place, Host.Place + "/./")))))
        {
            RefusedBy = Refuser.Machine,
            Message = "Failed to get \"write\" lock",
        },
        new("an encrypted image read without its secret by another disk", "COLO0125", Bases.TwoReadEncrypted,
            host => SameImage(host).WithSecond(tree => tree.WithTop(top => top.Without("SecretFile").Without("SecretUuid"))))
        {
            Message = "'encrypt.key-secret' is required",
        },
        new("a long path of a socket", "COLO0122", Bases.OverSocket, Top("Socket", Text("/" + new string('s', 108)))) { Message = "is too long" },
        new("a long name in a path", "COLO0122", Bases.RawInFile, Top("File", Text("/" + new string('f', 256)))) { Message = "File name too long" },
        new("a folder as a file", "COLO0124", Bases.RawInFile,
            host => Top("File", Text("/tmp/"))(host.WithFirst(tree => tree.Without("Cache").Without("Shareable").Without("Io"))))
        {
            Message = "Is a directory|to be a regular file",
        },
        new("a device as a file", "COLO0123", Bases.RawInFile,
            host => Top("File", Text("/dev/null"))(host.WithFirst(tree => tree.Without("Cache").Without("Shareable").Without("Io"))))
        {
            Message = "'file' driver requires '/dev/null' to be a regular file",
        },
        new("an export written twice", "COLO0120",
            Hosts.With(_ => Trees.WrittenDisk(0, Layers.OverSocket).Select(Trees.WrittenDisk(1, Layers.OverSocket), (one, other) => new[] { one, other })),
            host => host.WithSecond(tree => tree.WithTop(_ => host.First.Top).Without("Shareable")))
        {
            AcceptedBecause = "two connections to an export don't know of each other, and overwrite each other's data",
        },
    ];

    /// <summary>The first disk in XML without the type of its driver.</summary>
    private static string WithoutType(Host host, string text)
    {
        const string type = " type='qcow2'";
        int target = text.IndexOf($"<target dev='{host.First.Dev}'", StringComparison.Ordinal);
        return target < 0 ? text : text.Remove(text.LastIndexOf(type, target, StringComparison.Ordinal), type.Length);
    }

    private static Host SameImage(Host host) => host.WithFirst(tree => tree.Without("Shareable"))
        .WithSecond(tree => tree.WithTop(top => top.With("File", host.First.Top.Settings["File"])).Without("Shareable"));
}
