namespace ColoGen.Conformance.Tests.Agreement.Mistakes;

internal static partial class MistakeTable
{
    private static Mistake[] Exports =>
    [
        new("a writable export of what the guest writes", "COLO0801", Bases.Qcow2InFile, host => host.WithFirst(tree => tree with { Export = Writable }))
        {
            RefusedBy = Refuser.Machine,
            Message = "Permission conflict on node",
        },
        new("a writable export of a read-only disk", "COLO0802", Bases.HostDisk,
            host => host.WithFirst(tree => tree.With("ReadOnly", "true") with { Export = Writable }))
        {
            Message = "Cannot export read-only node as writable",
        },
        new("two exports with one name", "COLO0803", Bases.TwoHostDisks,
            host => host
                .WithFirst(tree => tree with { Export = Writable })
                .WithSecond(tree => tree with { Export = Writable.Add("Name", Text(host.First.Dev)) }))
        {
            Message = "NBD server already has export named",
        },
    ];
}
