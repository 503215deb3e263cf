using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Burnin.MockTrueNas.Hosting;

/// <summary>Makes the certificate that a box shows: self-signed, as on a NAS that nobody gave another one.</summary>
internal static class BoxCertificate
{
    public static X509Certificate2 Make(string nasName, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={nasName}, O=iXsystems, C=US", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());

        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(397));
    }
}
