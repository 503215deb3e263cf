using System.Text.Encodings.Web;
using Burnin.Grains.Interfaces;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Burnin.WebFront.Access;

/// <summary>Somebody whom a trusted reverse proxy (Authelia and the like) has signed in, by its header.</summary>
internal sealed class ProxyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, IGrainFactory grains, IOptions<AccessOptions> access)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    private const int LongestName = 64;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var name = Request.Headers[access.Value.ProxyUserHeader].ToString().Trim();
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl))
        {
            return AuthenticateResult.Fail("The proxy names nobody.");
        }

        var role = await grains.Users().RoleOfAsync(name) ?? access.Value.ProxyRole;
        return role.Length > 0
            ? AuthenticateResult.Success(new(Caller.Principal(AccessSchemes.Proxy, name, role), Scheme.Name))
            : AuthenticateResult.Fail($"The proxy names {name}, who has no role here.");
    }
}
