using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace Burnin.WebFront.Access;

/// <summary>Who asks, once it is proved.</summary>
/// <param name="Name">As it stands in the audit trail; null where nobody has to sign in, and commands say for themselves whose they are.</param>
/// <param name="Role">One of <see cref="AccessRole"/>; empty for somebody who is not signed in.</param>
internal sealed record Caller(string? Name, string Role)
{
    public static Caller Nobody { get; } = new(null, "");

    public bool IsSignedIn => Name is not null;

    /// <summary>Somebody who signed in with a password here, and can sign out again.</summary>
    public bool HasSession { get; init; }

    public bool May(string role) => AccessRole.From(role).Contains(Role);

    public static Caller Of(HttpContext http) =>
        http.User.Identity is not ClaimsIdentity { IsAuthenticated: true } identity ? Nobody
        : new Caller(
            identity.AuthenticationType == AccessSchemes.Open ? null : identity.Name,
            identity.FindFirst(ClaimTypes.Role)?.Value ?? "")
        {
            HasSession = identity.AuthenticationType == AccessSchemes.Session,
        };

    public static ClaimsPrincipal Principal(string scheme, string name, string role, params Claim[] more) =>
        new(new ClaimsIdentity([new(ClaimTypes.Name, name), new(ClaimTypes.Role, role), .. more], scheme));
}
