using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography;

namespace ColoGen.Conformance.Tests.Support;

internal static class Certificates
{
    /// <summary>An authority and a server's certificate for 127.0.0.1 and a name, under the names that QEMU looks for.</summary>
    public static void Create(string folder, string name)
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        using ECDsa authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest authority = new("CN=authority of a test", authorityKey, HashAlgorithmName.SHA256);
        authority.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        authority.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        using X509Certificate2 issuer = authority.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));

        using ECDsa serverKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest server = new($"CN={name}", serverKey, HashAlgorithmName.SHA256);
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName(name);
        names.AddIpAddress(IPAddress.Loopback);
        server.CertificateExtensions.Add(names.Build());
        server.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, false, 0, critical: true));
        server.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        using X509Certificate2 certificate = server.Create(issuer, now.AddDays(-1), now.AddHours(23), [1, 2, 3, 4]);

        File.WriteAllText(Path.Combine(folder, "ca-cert.pem"), issuer.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "server-cert.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "server-key.pem"), serverKey.ExportPkcs8PrivateKeyPem());
    }
}
