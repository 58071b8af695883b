namespace ColoGen;

/// <summary>
/// A layer on an NBD server, over TCP (<see cref="Host"/>) or a unix socket (<see cref="Socket"/>):
/// libvirt's <c>type='network'</c> with <c>protocol='nbd'</c>, QEMU's protocol driver <c>nbd</c>.
/// </summary>
/// <example><code>
/// [NbdSource(Format = DiskFormat.Raw, Export = "parent0")]
/// public sealed partial record SecondaryExport(string Host, int Port);
/// </code></example>
public sealed class NbdSourceAttribute : SourceAttribute
{
    /// <summary>Name or address of the server: libvirt's <c>&lt;host name&gt;</c>, QEMU's <c>server.host</c>.</summary>
    public string? Host { get; set; }

    /// <summary>TCP port of the server, 1 to 65535, 10809 where it is left out: libvirt's <c>&lt;host port&gt;</c>, QEMU's <c>server.port</c>.</summary>
    public int Port { get; set; }

    /// <summary>Path of the server's unix socket: libvirt's <c>&lt;host transport='unix' socket&gt;</c>, QEMU's <c>server.path</c>.</summary>
    public string? Socket { get; set; }

    /// <summary>Name of the export, up to 4,096 bytes: libvirt's <c>&lt;source name&gt;</c>, QEMU's <c>export</c>.</summary>
    public string? Export { get; set; }

    /// <summary>Encrypts the connection: libvirt's <c>tls='yes'</c>, QEMU's <c>tls-creds</c> with an object <c>tls-creds-x509</c>. Over a unix socket it needs <see cref="TlsHostname"/>.</summary>
    public bool Tls { get; set; }

    /// <summary>
    /// Folder of the client's certificates for QEMU: <c>dir</c> of the object <c>tls-creds-x509</c>. Left out, it is
    /// <c>/etc/pki/qemu</c>, as in libvirt, where it is set in <c>qemu.conf</c> and not in the domain.
    /// </summary>
    public string? TlsDir { get; set; }

    /// <summary>Name to expect in the server's certificate where it is not <see cref="Host"/>, and always over a unix socket: libvirt's <c>tlsHostname</c>, QEMU's <c>tls-hostname</c>.</summary>
    public string? TlsHostname { get; set; }
}
