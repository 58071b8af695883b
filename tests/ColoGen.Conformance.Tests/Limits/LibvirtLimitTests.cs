using System.Globalization;
using System.Security;
using ColoGen.Conformance.Tests.Support;
using ColoGen.Core.Devices;
using ColoGen.Core.Layers;

namespace ColoGen.Conformance.Tests.Limits;

/// <summary>What a value may be, as ColoGen's limits have it, compared with what the installed libvirt defines.</summary>
[Collection(LibvirtCollection.Name)]
public sealed class LibvirtLimitTests(LibvirtFixture fixture)
{
    private static readonly string[] s_hosts =
    [
        "a", "A.b-c.", ".a", "-a", "0", "127.1", "1.2.3.4", "256.1.1.1", "::", "::1", "::ffff:1.2.3.4", "1:2:3:4:5:6:7:8", "2001:db8::a", "*", "a b", " a",
        "a,b", "a_b", "a/b", "a@b", "a;b", "a'b", "a\"b", "a\\b", "a%b", "a#b", "a&b", "a?b", "a+b", "a~b", "(a)", "<a>",
        "ä", "日", "a\tb", "a\nb", "a\u0085b",
        "[::1]", "1:2", "g::1", "a:1", "fe80::1%eth0", "1:2:3:4:5:6:7:8:9",
    ];

    private static readonly string[] s_paths =
    [
        "/a", "/a b", "/a\tb", "/a\nb", "/a\rb", "/a\u007Fb", "/a\u0085b", "/a\u009Fb", "/a\u00A0b", "/a\u2028b", "/a\uFEFFb", "/a,b", "/*", "/ä", "/a'b",
        "/a\"b", "/a<b>", "/a?b", "/a&b", "/a:b", "/a#b", "/a\\b",
    ];

    private static readonly string[] s_names =
    [
        "a", "a b", "-a", "ä", "a:b", "%s", "a'b", "a/b", "a\nb", ".", "..", " ", " \t", new string('x', 247), new string('x', 248), new string('é', 123),
        new string('é', 124),
    ];

    private static readonly string[] s_machines = ["q35", "pc", "Q35", "PC", "microvm", "isapc", "none", "x-remote"];

    [ToolFact(Programs.Qemu, "virsh", Programs.LibvirtQemuDriver)]
    public Task Libvirt_takes_the_hosts_that_ColoGen_takes() => AssertEqualAsync(
        s_hosts,
        HostName.IsForLibvirt,
        host => Domain($"""
            <disk type='network' device='disk'>
              <driver name='qemu' type='raw'/><source protocol='nbd' name='e'><host name='{Escaped(host)}' port='1'/></source><target dev='vda' bus='virtio'/>
            </disk>
            """));

    [ToolTheory(Programs.Qemu, "virsh", Programs.LibvirtQemuDriver)]
    [InlineData("<disk type='file' device='disk'><driver name='qemu' type='raw'/><source file='{0}'/><target dev='vda' bus='virtio'/></disk>")]
    [InlineData("<disk type='block' device='disk'><driver name='qemu' type='raw'/><source dev='{0}'/><target dev='vda' bus='virtio'/></disk>")]
    [InlineData(
        "<disk type='network' device='disk'><driver name='qemu' type='raw'/><source protocol='nbd' name='e'><host transport='unix' socket='{0}'/></source>"
        + "<target dev='vda' bus='virtio'/></disk>")]
    public Task Libvirt_takes_the_paths_that_ColoGen_takes(string disk) => AssertEqualAsync(
        s_paths,
        path => DocumentText.FirstUnsupported(path, isPath: true) < 0 && !HostPath.IsFolder(path),
        path => Domain(disk.Replace("{0}", Escaped(path))));

    [ToolFact(Programs.Qemu, "virsh", Programs.LibvirtQemuDriver)]
    public Task Libvirt_takes_the_names_that_ColoGen_takes() => AssertEqualAsync(
        s_names,
        name => DomainLimits.ProblemOf(nameof(DomainAttribute.Name), name) is null,
        name => Domain("", Escaped(name)));

    [ToolFact(Programs.Qemu, "virsh", Programs.LibvirtQemuDriver)]
    public async Task Libvirt_starts_no_domain_whose_name_is_too_long_in_its_socket()
    {
        string name = string.Concat(Enumerable.Repeat("😀", 20));
        Assert.NotNull(DomainLimits.ProblemOf(nameof(DomainAttribute.Name), name));
        LibvirtException exception = await Assert.ThrowsAsync<LibvirtException>(() => fixture.Libvirt.RunDomainAsync(Domain("", name), Task.FromResult));
        Assert.Contains("monitor.sock' too long", exception.Message);
    }

    [ToolFact(Programs.Qemu, "virsh", Programs.LibvirtQemuDriver)]
    public Task Libvirt_finds_a_PCI_bus_on_the_machines_that_ColoGen_takes() => AssertEqualAsync(
        s_machines,
        machine => Machines.Problem(machine) is null,
        machine => Domain(
            "<disk type='file' device='disk'><driver name='qemu' type='raw'/><source file='/a'/><target dev='vda' bus='virtio'/></disk>", machine: machine));

    [ToolTheory(Programs.Qemu, "virsh", Programs.LibvirtQemuDriver)]
    [InlineData("pc")]
    [InlineData("q35")]
    public Task Libvirt_takes_the_processors_that_ColoGen_takes(string machine) => AssertEqualAsync(
        [$"{DomainLimits.Vcpus.Minimum}", $"{DomainLimits.Vcpus.Maximum}", $"{DomainLimits.Vcpus.Maximum + 1}", "288", "289"],
        count => long.Parse(count, CultureInfo.InvariantCulture) <= DomainLimits.Vcpus.Maximum,
        count => Domain("", machine: machine, vcpus: count));

    private static string Domain(string devices, string name = "limits", string machine = "q35", string vcpus = "1") =>
        $"""
        <domain type='qemu'>
          <name>{name}</name><memory unit='MiB'>64</memory><vcpu>{vcpus}</vcpu>
          <os><type arch='x86_64' machine='{machine}'>hvm</type></os>
          <devices><emulator>/usr/bin/qemu-system-x86_64</emulator>{devices}<memballoon model='none'/></devices>
        </domain>
        """;

    /// <summary>As ColoGen writes it, so that a parser reads the same text.</summary>
    private static string Escaped(string text) =>
        SecurityElement.Escape(text).Replace("\t", "&#9;").Replace("\n", "&#10;").Replace("\r", "&#13;");

    private async Task AssertEqualAsync(IEnumerable<string> values, Func<string, bool> isTaken, Func<string, string> domain)
    {
        List<(string, bool)> expected = [];
        List<(string, bool)> actual = [];
        foreach (string value in values)
        {
            expected.Add((value, isTaken(value)));
            actual.Add((value, await IsDefinedAsync(domain(value))));
        }

        Assert.Equal(expected, actual);
    }

    private async Task<bool> IsDefinedAsync(string domain)
    {
        try
        {
            await fixture.Libvirt.DefineAsync(domain);
            return true;
        }
        catch (LibvirtException)
        {
            return false;
        }
    }
}
