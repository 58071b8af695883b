using System.Xml.Linq;

namespace ColoGen.TestInfrastructure;

/// <summary>
/// libvirt's QEMU driver without a daemon (the "embed" driver), in a folder of its own. It may be used from several
/// threads, and runs one command at a time; disposal ends every process it has started.
/// </summary>
public sealed class Libvirt : IAsyncDisposable
{
    // The defaults need virtlogd, cgroups and mount namespaces, which a container does not have.
    private const string Configuration =
        """
        stdio_handler = "file"
        cgroup_controllers = [ ]
        namespaces = [ ]
        security_driver = "none"

        """;

    private const string RunAsRoot =
        """
        user = "root"
        group = "root"

        """;

    private readonly TemporaryFolder _root = new();
    private readonly SemaphoreSlim _turn = new(1);
    private VirshSession? _session;
    private bool _leaveRoot;
    private int _files;
    private bool _disposed;

    private Libvirt()
    {
    }

    /// <summary>Starts libvirt. The first conversion or start of a domain then takes seconds, to examine QEMU.</summary>
    /// <exception cref="LibvirtException">It cannot be started.</exception>
    public static async Task<Libvirt> StartAsync(CancellationToken cancellationToken = default)
    {
        Libvirt libvirt = new();
        try
        {
            await libvirt.ConfigureAsync(cancellationToken);
            await libvirt.RunAsync("uri", cancellationToken);
            return libvirt;
        }
        catch
        {
            await libvirt.DisposeAsync();
            throw;
        }
    }

    /// <summary>Lets libvirt check the domain as for a definition, against its schema too.</summary>
    /// <exception cref="LibvirtException">libvirt refuses it.</exception>
    public Task DefineAsync(string domainXml, CancellationToken cancellationToken = default) =>
        TakeTurnAsync(
            async virsh =>
            {
                await RunWithFileAsync(virsh, "define --validate", domainXml, cancellationToken);
                await virsh.RunAsync("undefine --keep-nvram " + ShellWords.Quote(Name(domainXml)), cancellationToken);
                return true;
            },
            cancellationToken);

    /// <summary>The QEMU command line that libvirt makes of the domain. This does not check the schema.</summary>
    /// <exception cref="LibvirtException">libvirt refuses it.</exception>
    public Task<LibvirtNative> NativeAsync(string domainXml, CancellationToken cancellationToken = default) =>
        TakeTurnAsync(virsh => NativeAsync(virsh, domainXml, cancellationToken), cancellationToken);

    /// <summary>The QEMU command lines of several domains, in their order.</summary>
    /// <exception cref="LibvirtException">libvirt refuses one of them.</exception>
    public Task<IReadOnlyList<LibvirtNative>> NativeAsync(
        IEnumerable<string> domainXmls, CancellationToken cancellationToken = default) =>
        TakeTurnAsync<IReadOnlyList<LibvirtNative>>(
            async virsh =>
            {
                List<LibvirtNative> natives = [];
                foreach (string domainXml in domainXmls)
                {
                    natives.Add(await NativeAsync(virsh, domainXml, cancellationToken));
                }

                return natives;
            },
            cancellationToken);

    /// <summary>
    /// Starts the domain, its guest paused, after a check against the schema too; uses it; and destroys it. Domains that
    /// run at the same time must have different names.
    /// </summary>
    /// <exception cref="LibvirtException">libvirt or its QEMU refuses it.</exception>
    public async Task<T> RunDomainAsync<T>(
        string domainXml, Func<LibvirtDomain, Task<T>> use, CancellationToken cancellationToken = default)
    {
        await TakeTurnAsync(
            virsh => RunWithFileAsync(virsh, "create --paused --validate", domainXml, cancellationToken), cancellationToken);
        LibvirtDomain domain = new(this, Name(domainXml));
        try
        {
            return await use(domain);
        }
        finally
        {
            await DestroyAsync(domain);
        }
    }

    /// <summary>Ends libvirt and every QEMU it has started, and deletes its folder.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed) return;

        _disposed = true;
        if (_session is not null) await _session.DisposeAsync();

        await ProcessSweep.KillAsync(_root.Path);
        _turn.Dispose();
        _root.Dispose();
    }

    /// <summary>Runs one virsh command.</summary>
    internal Task<string> RunAsync(string command, CancellationToken cancellationToken) =>
        TakeTurnAsync(virsh => virsh.RunAsync(command, cancellationToken), cancellationToken);

    private static string Name(string domainXml) => XDocument.Parse(domainXml).Root!.Element("name")!.Value;

    private async Task<LibvirtNative> NativeAsync(VirshSession virsh, string domainXml, CancellationToken cancellationToken) =>
        LibvirtNative.Parse(
            await RunWithFileAsync(virsh, "domxml-to-native qemu-argv --xml", domainXml, cancellationToken));

    private async Task<string> RunWithFileAsync(
        VirshSession virsh, string command, string xml, CancellationToken cancellationToken)
    {
        string path = _root.File($"{++_files}.xml");
        await File.WriteAllTextAsync(path, xml, cancellationToken);
        return await virsh.RunAsync($"{command} {ShellWords.Quote(path)}", cancellationToken);
    }

    private async Task<T> TakeTurnAsync<T>(Func<VirshSession, Task<T>> work, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            _session ??= StartSession();
            return await work(_session);
        }
        finally
        {
            if (_session is { IsUsable: false })
            {
                await _session.DisposeAsync();
                _session = null;
            }

            _turn.Release();
        }
    }

    private static async Task DestroyAsync(LibvirtDomain domain)
    {
        try
        {
            await domain.DestroyAsync();
        }
        catch (Exception exception) when (exception is LibvirtException or TimeoutException)
        {
            // It is gone already, or what is left of it ends with this libvirt.
        }
    }

    private async Task ConfigureAsync(CancellationToken cancellationToken)
    {
        // For root, libvirt insists on the user libvirt-qemu, which the Debian package of the driver does not create.
        ProgramResult user = await Programs.RunAsync("getent", ["passwd", "libvirt-qemu"], "", cancellationToken);
        _leaveRoot = Environment.IsPrivilegedProcess && user.ExitStatus != 0;
        bool stayRoot = Environment.IsPrivilegedProcess && !_leaveRoot;

        string folder = Directory.CreateDirectory(_root.File("etc")).FullName;
        await File.WriteAllTextAsync(
            Path.Combine(folder, "qemu.conf"), Configuration + (stayRoot ? RunAsRoot : ""), cancellationToken);
    }

    private VirshSession StartSession()
    {
        // In this user namespace the process is no longer root, but still owns root's files.
        string[] prefix = _leaveRoot ? ["unshare", "--user", "--map-user=1000", "--map-group=1000"] : [];
        string home = Directory.CreateDirectory(_root.File("home")).FullName;
        Dictionary<string, string> environment = new()
        {
            ["HOME"] = home,
            ["XDG_RUNTIME_DIR"] = home,
            ["XDG_CACHE_HOME"] = home,
            ["XDG_CONFIG_HOME"] = home,
            ["LIBVIRT_LOG_OUTPUTS"] = "3:file:" + _root.File("log.txt"),
            ["LC_ALL"] = "C.UTF-8",
            ["INPUTRC"] = "/dev/null",
            ["TERM"] = "dumb",
        };
        return new([.. prefix, "virsh", "-q", "-c", "qemu:///embed?root=" + _root.Path], environment);
    }
}
