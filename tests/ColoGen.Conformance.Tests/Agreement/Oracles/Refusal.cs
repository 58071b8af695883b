using ColoGen.Control.Qmp;

namespace ColoGen.Conformance.Tests.Agreement.Oracles;

/// <summary>The error of QEMU or libvirt.</summary>
internal sealed record Refusal(Stage Stage, string Message)
{
    /// <summary>Null if nothing is refused.</summary>
    public static async Task<Refusal?> OfAsync(Stage stage, Func<Task> work)
    {
        try
        {
            await work();
            return null;
        }
        catch (Exception exception) when (exception is QmpException or QemuException or LibvirtException)
        {
            return new Refusal(stage, exception.Message);
        }
    }
}

/// <summary>Where something is refused.</summary>
internal enum Stage
{
    /// <summary>QEMU's <c>blockdev-add</c> and <c>object-add</c>.</summary>
    Nodes,

    /// <summary>QEMU's <c>block-export-add</c>.</summary>
    Exports,

    /// <summary>QEMU's <c>xen-set-replication</c>.</summary>
    Replication,

    /// <summary>QEMU's removal of all of it.</summary>
    Removal,

    /// <summary>The start of a QEMU with devices.</summary>
    Machine,

    /// <summary>libvirt's making of a QEMU command line, or the definition of the domain.</summary>
    Libvirt,
}
