using ColoGen.Conformance.Tests.Catalogue.Rows;

namespace ColoGen.Conformance.Tests.Catalogue.OnLibvirt;

/// <summary>The domain in which the devices of a replay are.</summary>
internal static class ReplayDomain
{
    public static Task<LibvirtNative> NativeAsync(this Libvirt libvirt, LibvirtReplay replay) => libvirt.NativeAsync(
        $"""
        <domain type='qemu'>
          <name>catalogue</name><memory unit='MiB'>64</memory><vcpu>1</vcpu>
          <os><type arch='x86_64' machine='{replay.Machine}'>hvm</type></os>
          <devices><emulator>/usr/bin/qemu-system-x86_64</emulator>{replay.Devices}<memballoon model='none'/></devices>
        </domain>
        """);
}
