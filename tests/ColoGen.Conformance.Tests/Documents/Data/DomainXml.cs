namespace ColoGen.Conformance.Tests.Documents.Data;

/// <summary>The libvirt domain of any topology.</summary>
internal static class DomainXml
{
    /// <summary>The topology's own domain, or its disks in a domain that is written here.</summary>
    public static string Of(object topology) => topology is IDomainXml domain
        ? domain.ToDomainXmlString()
        : Around(((IDeviceXml)topology).ToDeviceXmlString());

    private static string Around(string devices) =>
        $"""
        <domain type='qemu'>
          <name>around</name>
          <memory unit='MiB'>64</memory>
          <vcpu>1</vcpu>
          <os><type arch='x86_64' machine='pc'>hvm</type></os>
          <devices>
            <emulator>/usr/bin/qemu-system-x86_64</emulator>
        {devices}
          </devices>
        </domain>
        """;
}
