namespace ColoGen.Conformance.Tests.Catalogue.OnLibvirt;

/// <summary>A <c>&lt;disk&gt;</c> with one part of it wrong.</summary>
internal static class DiskElement
{
    public static string Disk(
        string dev = "vda",
        string bus = "virtio",
        string device = "disk",
        string driver = "<driver name='qemu' type='qcow2'/>",
        string source = "<source file='/a.qcow2'/>",
        string more = "") =>
        $"<disk type='file' device='{device}'>{driver}{source}<target dev='{dev}' bus='{bus}'/>{more}</disk>";

    public static string Network(string source) =>
        $"<disk type='network' device='disk'><driver name='qemu' type='raw'/>{source}<target dev='vda' bus='virtio'/></disk>";

    public static string Backing(string format, string source = "<source file='/b'/>") =>
        $"<backingStore type='file'><format type='{format}'/>{source}<backingStore/></backingStore>";
}
