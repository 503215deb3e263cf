using System.Text.Encodings.Web;
using Burnin.Grains.Interfaces;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Burnin.WebFront.Access;

/// <summary>Programs, by <c>Authorization: Bearer</c>.</summary>
internal sealed class TokenHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, IGrainFactory grains)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string Prefix = "Bearer ";

    private const int LongestSecret = 200;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        var secret = header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? header[Prefix.Length..].Trim() : "";
        return secret.Length is > 0 and <= LongestSecret && await grains.Users().CheckTokenAsync(secret) is { } token
            ? AuthenticateResult.Success(new(Caller.Principal(AccessSchemes.Token, $"token {token.Name}", token.Role), Scheme.Name))
            : AuthenticateResult.Fail("The token is unknown, revoked or out of date.");
    }
}
