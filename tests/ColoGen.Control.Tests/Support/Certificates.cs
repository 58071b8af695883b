using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ColoGen.Control.Tests;

/// <summary>A certificate authority, and a folder with the certificates of a host as QEMU wants them.</summary>
internal sealed class Certificates : IDisposable
{
    private readonly X509Certificate2 _authority;
    private readonly DateTimeOffset _from = DateTimeOffset.UtcNow.AddDays(-1);

    public Certificates()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=test authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        _authority = request.CreateSelfSigned(_from, _from.AddDays(30));
    }

    /// <summary>What a client with a certificate of this authority needs.</summary>
    public SslClientAuthenticationOptions Client => new()
    {
        ClientCertificates = [Issue("CN=controller")],
        CertificateChainPolicy = Trust,
    };

    /// <summary>A client that trusts this authority, and has no certificate.</summary>
    public SslClientAuthenticationOptions Stranger => new() { CertificateChainPolicy = Trust };

    private X509ChainPolicy Trust
    {
        get
        {
            X509ChainPolicy policy = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            policy.CustomTrustStore.Add(_authority);
            return policy;
        }
    }

    /// <summary>Writes the certificates of a host, which is a server and a client.</summary>
    public void WriteTo(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "ca-cert.pem"), _authority.ExportCertificatePem());
        foreach (string role in new[] { "server", "client" })
        {
            using X509Certificate2 certificate = Issue("CN=localhost");
            File.WriteAllText(Path.Combine(folder, $"{role}-cert.pem"), certificate.ExportCertificatePem());
            File.WriteAllText(Path.Combine(folder, $"{role}-key.pem"), certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        }
    }

    public void Dispose() => _authority.Dispose();

    private X509Certificate2 Issue(string subject)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new(subject, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new("1.3.6.1.5.5.7.3.1"), new("1.3.6.1.5.5.7.3.2")], false));
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using X509Certificate2 certificate = request.Create(_authority, _from, _from.AddDays(20), RandomNumberGenerator.GetBytes(8));
        using X509Certificate2 withKey = certificate.CopyWithPrivateKey(key);

        // A key of SslStream is not ephemeral everywhere.
        return X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pfx), null, X509KeyStorageFlags.Exportable);
    }
}
