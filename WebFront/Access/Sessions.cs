using System.Diagnostics;
using System.Globalization;
using System.Security.Claims;
using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Users;
using Burnin.WebFront.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace Burnin.WebFront.Access;

/// <summary>Signing in with a password and out again, the same for pages and for the API.</summary>
internal sealed class Sessions(IGrainFactory grains)
{
    private const int Longest = 500;

    private static readonly ApiProblem Wrong = new(StatusCodes.Status401Unauthorized, "wrong_password", "Name or password is wrong.");

    public static ClaimsPrincipal PrincipalOf(string name, string role, string stamp) =>
        Caller.Principal(AccessSchemes.Session, name, role, new Claim(AccessServices.StampClaim, stamp));

    /// <summary>Sets the cookie. Null user: refused, with the problem that says why.</summary>
    public async Task<(UserView? User, ApiProblem? Problem)> SignInAsync(HttpContext http, string? name, string? password)
    {
        if (name is not { Length: > 0 and <= Longest } || password is not { Length: > 0 and <= Longest })
        {
            return (null, Wrong);
        }

        switch (await grains.Users().SignInAsync(name.Trim(), password))
        {
            case SignInResult.SignedIn signedIn:
                await http.SignInAsync(AccessSchemes.Session, PrincipalOf(signedIn.User.Name, signedIn.User.Role, signedIn.Stamp));
                return (signedIn.User, null);
            case SignInResult.Refused:
                return (null, Wrong);
            case SignInResult.Locked locked:
                return (null, new ApiProblem(
                    StatusCodes.Status429TooManyRequests,
                    "locked",
                    string.Create(CultureInfo.InvariantCulture, $"Too many wrong passwords for this name. Try again after {locked.Until:HH:mm:ss} UTC.")));
            case var other:
                throw new UnreachableException(other.GetType().Name);
        }
    }

    public static Task SignOutAsync(HttpContext http) => http.SignOutAsync(AccessSchemes.Session);
}
