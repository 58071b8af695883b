namespace ColoGen.Conformance.Tests.Documents.Data;

/// <summary>Where NBD servers are, with an export of each format that is named after it.</summary>
public sealed record NbdPlace(int Port, string Socket, int TlsPort, string TlsDir)
{
    /// <summary>For documents that nobody opens.</summary>
    public static NbdPlace Nowhere { get; } = new(10811, "/run/nbd.sock", 10812, "/etc/pki/qemu");

    public string Host { get; } = "127.0.0.1";

    /// <summary>A name in the certificate of the encrypting server, beside the host's address.</summary>
    public const string CertificateName = "nbd.example.org";
}
