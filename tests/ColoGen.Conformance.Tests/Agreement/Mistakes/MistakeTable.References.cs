using ColoGen.Conformance.Tests.Agreement.Declarations;
using CsCheck;

namespace ColoGen.Conformance.Tests.Agreement.Mistakes;

internal static partial class MistakeTable
{
    private static Mistake[] References =>
    [
        new("an open reference that nobody binds", "COLO0201", Bases.Secondary, host => host.WithFirst(tree =>
            (tree with { Binding = null }).WithReplica(replica => replica.WithBelow(active =>
                active.WithBelow(hidden => hidden with { Reference = new Reference("", 0, IsOpen: true) })))))
        {
            Message = "Hidden disk doesn't have backing file",
        },
        new("a reference to a dev that is not there", "COLO0202", Bases.OverlayOfHostDisk, Refer(new Reference("nope", 0)))
        {
            EditDocument = (host, text) => text.Replace($"\"backing\":\"{host.Second.Dev}-0\"", "\"backing\":\"nope-0\""),
            Message = "Cannot find device='nope-0' nor node-name='nope-0'",
        },
        new("a reference to a layer that is not there", "COLO0203", Bases.OverlayOfHostDisk, host => Refer(new Reference(host.Second.Dev, 7))(host))
        {
            EditDocument = (host, text) => text.Replace($"\"backing\":\"{host.Second.Dev}-0\"", $"\"backing\":\"{host.Second.Dev}-7\""),
            Message = "Cannot find device='[^']*-7'",
        },
        new("a reference to its own tree", "COLO0204", Bases.OverlayOfHostDisk, host => Refer(new Reference(host.First.Dev, 0))(host))
        {
            EditDocument = (host, text) => text.Replace($"\"backing\":\"{host.Second.Dev}-0\"", $"\"backing\":\"{host.First.Dev}-0\""),
            Message = "would create a cycle",
        },
        new("two trees that stand on each other", "COLO0204", Bases.OverlayOfHostDisk,
            host => host.WithSecond(tree => tree.WithTop(top => top with { Reference = new Reference(host.First.Dev, 0) })))
        {
            EditDocument = (host, text) => text.Replace(
                $"\"file\":\"{host.Second.Dev}-0-storage\",\"backing\":null",
                $"\"file\":\"{host.Second.Dev}-0-storage\",\"backing\":\"{host.First.Dev}-0\""),
            Message = "Cannot find device=",
        },
        new("two layers with one number", "COLO0206", Bases.Chain,
            Top(top => top.WithBelow(below => below.With("Index", "5").WithBelow(lowest => lowest.With("Index", "5")))))
        {
            Message = "Duplicate nodes with node-name",
        },
        new("a layer with the number of the top", "COLO0206", Bases.Chain, Top(top => top.WithBelow(below => below.With("Index", "0"))))
        {
            Message = "Duplicate nodes with node-name",
        },
        new("a layer on what a guest writes", "COLO0208", Bases.TwoQcow2, host => Refer(new Reference(host.Second.Dev, 0))(host))
        {
            RefusedBy = Refuser.Machine,
            Message = "Permission conflict on node|is busy: node is used as backing",
        },
        new("a layer on what an export writes", "COLO0209", Bases.OverlayOfHostDisk, host => host.WithSecond(tree => tree with { Export = Writable }))
        {
            RefusedBy = Refuser.Machine,
            Message = "Permission conflict on node",
        },
        new("a layer on a scsi disk", "COLO0210", OverReadOnly("Scsi"), host => Refer(new Reference(host.Second.Dev, 0))(host))
        {
            RefusedBy = Refuser.Machine,
            Message = "is busy: node is used as backing",
        },
        new("a layer on a disk with an I/O thread", "COLO0210", OverReadOnly("Virtio"), host =>
            Refer(new Reference(host.Second.Dev, 0))(host.WithSecond(tree => tree.Without("IoEventFd").With("IoThread", "2"))))
        {
            RefusedBy = Refuser.Machine,
            Message = "is busy: node is used as backing",
        },
        new("a binding of a disk without an open reference", "COLO0212", Bases.TwoHostDisks,
            host => host.WithFirst(tree => tree with { Binding = new Reference(host.Second.Dev, 0) }))
        {
            AcceptedBecause = "the binding is in no document",
        },
        new("a layer on what a quorum rewrites", "COLO0211", Bases.OverlayOfHostDisk, host => Refer(new Reference(host.Second.Dev, 1))(
            host.WithSecond(tree => tree.WithTop(top => Layers.Quorum([top, Raw], 1, new() { ["RewriteCorrupted"] = "true" })))))
        {
            RefusedBy = Refuser.Machine,
            Message = "Permission conflict on node '[^']*-1': permissions 'write' are both required",
        },
    ];

    private static Func<Host, Host> Refer(Reference reference) => Top(top => top with { Reference = reference });

    /// <summary>An image, and a read-only disk on this bus.</summary>
    private static Gen<Host> OverReadOnly(string bus) => Hosts.With(_ =>
        from root in Trees.WrittenDisk(0, Layers.Of("Qcow2"))
        from top in Layers.InFile("Raw", "Qcow2")
        from other in Trees.GuestDisk(1, bus, "Disk", top)
        select new[] { root, other.With("ReadOnly", "true") });
}
