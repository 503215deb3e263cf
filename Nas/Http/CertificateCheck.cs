using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Burnin.Domain.Nases;

namespace Burnin.Nas.Http;

/// <summary>Whether the certificate that a NAS shows is believed; for requests and for sockets.</summary>
internal static class CertificateCheck
{
    /// <summary>Null leaves the question to the runtime, and so to the authorities that this machine trusts.</summary>
    public static RemoteCertificateValidationCallback? For(TlsTrust trust) => trust switch
    {
#pragma warning disable CA5359 // The operator switched the check off: NAS boxes come with certificates that nobody has signed.
        TlsTrust.Ignore => static (_, _, _, _) => true,
#pragma warning restore CA5359
        TlsTrust.Pin pin => (_, certificate, _, _) => FingerprintOf(certificate) == pin.Sha256,
        _ => null,
    };

    /// <summary>Of the whole certificate, as browsers and <c>openssl x509 -fingerprint -sha256</c> show it, in lower case without colons.</summary>
    public static string? FingerprintOf(X509Certificate? certificate) =>
        certificate?.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256).ToLowerInvariant();
}
