namespace ColoGen.Conformance.Tests.Support;

/// <summary>One libvirt for all of its tests: the first call of each takes seconds.</summary>
public sealed class LibvirtFixture : IAsyncLifetime
{
    private Libvirt? _libvirt;

    public Libvirt Libvirt => _libvirt ?? throw new InvalidOperationException(Programs.Missing(Tools));

    private static string[] Tools => [Programs.Qemu, "virsh", Programs.LibvirtQemuDriver];

    public async Task InitializeAsync()
    {
        if (Programs.Missing(Tools) is null) _libvirt = await Libvirt.StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (_libvirt is not null) await _libvirt.DisposeAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class LibvirtCollection : ICollectionFixture<LibvirtFixture>
{
    public const string Name = "libvirt";
}
