namespace ColoGen.Core.Model;

/// <summary>
/// What is required of a text. The names are those of the checks that generated code calls; each stands for the settings with the same rules.
/// </summary>
internal enum TextCheck
{
    /// <summary>Any text is allowed.</summary>
    None,

    /// <summary>A text that is not empty.</summary>
    Text,

    /// <summary>A path on the host, as QEMU takes it.</summary>
    HostPath,

    /// <summary>A path on the host, as libvirt's schema takes it.</summary>
    AbsolutePath,

    /// <summary>The path of a folder.</summary>
    FolderPath,

    /// <summary>The path of a Unix socket, as QEMU takes it.</summary>
    SocketPath,

    /// <summary>The path of a Unix socket, as libvirt's schema takes it.</summary>
    AbsoluteSocketPath,

    HostName,
    Uuid,
    ExportName,
    DomainName,
    DomainUuid,
    Emulator,
    NbdHost,
    MigrationHost,
    Serial,
    ScsiSerial,
    UsbSerial,
    Vendor,
    Product,
}
