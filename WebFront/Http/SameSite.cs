using Microsoft.AspNetCore.Http;

namespace Burnin.WebFront.Http;

/// <summary>
/// Tells requests of our own pages, and of programs, from those that another web site makes a browser send. A browser says
/// so itself; programs send neither header.
/// </summary>
internal static class SameSite
{
    public static ApiProblem Refusal { get; } = new(
        StatusCodes.Status403Forbidden,
        "cross_site",
        "This came from the page of another web site. Behind a reverse proxy, let it pass the Host header on as it is.");

    public static bool Allows(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
        {
            return site is "same-origin" or "none";
        }

        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == request.Host.Value);
    }

    /// <summary>The hub has no filter of its own for a handshake.</summary>
    public static Task GuardHubAsync(HttpContext context, RequestDelegate next) =>
        context.Request.Path.StartsWithSegments("/hubs", StringComparison.Ordinal) && !Allows(context.Request)
            ? Refusal.ExecuteAsync(context)
            : next(context);
}
