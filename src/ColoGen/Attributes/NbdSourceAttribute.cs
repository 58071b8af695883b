namespace ColoGen;

/// <summary>
/// A layer on an NBD server, over TCP (<see cref="Host"/>) or a UNIX socket (<see cref="Socket"/>); one of the two is required.
/// libvirt: <c>type='network'</c> with <c>protocol='nbd'</c>. QEMU: the driver <c>nbd</c> (QAPI <c>BlockdevOptionsNbd</c>).
/// </summary>
/// <remarks>
/// The source of a pair's replica gets its address and its export name from the pair: <see cref="ColoPairAttribute.NbdHost"/>,
/// <see cref="ColoPairAttribute.NbdPort"/> and the name of the secondary disk's <see cref="NbdExportAttribute"/>. Constants here must be equal to them.
/// </remarks>
/// <example><code>
/// [NbdSource(Format = DiskFormat.Raw, Export = "parent0")]
/// public sealed partial record SecondaryExport(string Host, int Port);
/// </code></example>
/// <seealso href="https://libvirt.org/formatdomain.html#hard-drives-floppy-disks-cdroms">libvirt: disks</seealso>
public sealed class NbdSourceAttribute : SourceAttribute
{
    /// <summary>Makes a record a layer on an NBD server.</summary>
    public NbdSourceAttribute()
    {
    }

    /// <summary>
    /// Host name or IP address of the server. libvirt: <c>&lt;host name&gt;</c>. QEMU: <c>server.host</c> (QAPI <c>InetSocketAddress.host</c>).
    /// </summary>
    public string? Host { get; set; }

    /// <summary>
    /// TCP port of the server, 1 to 65,535. Default: 10809. libvirt: <c>&lt;host port&gt;</c>. QEMU: <c>server.port</c>
    /// (QAPI <c>InetSocketAddress.port</c>).
    /// </summary>
    public int Port { get; set; }

    /// <summary>
    /// Absolute path of the server's UNIX socket. libvirt: <c>&lt;host transport='unix' socket&gt;</c>. QEMU: <c>server.path</c>
    /// (QAPI <c>UnixSocketAddress.path</c>).
    /// </summary>
    public string? Socket { get; set; }

    /// <summary>
    /// Name of the export, at most 4,096 bytes of UTF-8. Default: none, which is the server's default export. libvirt: <c>&lt;source name&gt;</c>.
    /// QEMU: <c>export</c> (QAPI <c>BlockdevOptionsNbd.export</c>).
    /// </summary>
    public string? Export { get; set; }

    /// <summary>
    /// Whether the connection is encrypted with TLS. A constant. Over a UNIX socket it needs <see cref="TlsHostname"/>. Default: <see langword="false"/>.
    /// libvirt: <c>&lt;source tls='yes'&gt;</c>. QEMU: <c>tls-creds</c> (QAPI <c>BlockdevOptionsNbd.tls-creds</c>) and an object <c>tls-creds-x509</c>.
    /// </summary>
    public bool Tls { get; set; }

    /// <summary>
    /// Absolute path of the directory with the client's certificates. Default: <c>/etc/pki/qemu</c>. QEMU: <c>dir</c> of the object <c>tls-creds-x509</c>
    /// (QAPI <c>TlsCredsProperties.dir</c>). libvirt has no such setting in the domain: there it is <c>nbd_tls_x509_cert_dir</c> of <c>qemu.conf</c>, with the
    /// same default.
    /// </summary>
    public string? TlsDir { get; set; }

    /// <summary>
    /// The name that the server's certificate must have. Required over a UNIX socket. Default: <see cref="Host"/>. libvirt: <c>&lt;source tlsHostname&gt;</c>.
    /// QEMU: <c>tls-hostname</c> (QAPI <c>BlockdevOptionsNbd.tls-hostname</c>).
    /// </summary>
    public string? TlsHostname { get; set; }
}
