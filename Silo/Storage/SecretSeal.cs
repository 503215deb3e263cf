using Burnin.Domain.Nases;
using Microsoft.AspNetCore.DataProtection;

namespace Burnin.Silo.Storage;

internal sealed class SecretSeal(IDataProtectionProvider protection) : ISecretSeal
{
    private readonly IDataProtector _protector = protection.CreateProtector("burnin.nas-secrets");

    public string Seal(string secret) => _protector.Protect(secret);

    public string Open(string sealedSecret) => _protector.Unprotect(sealedSecret);
}
