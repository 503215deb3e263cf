using Burnin.WebFront.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Burnin.WebFront.Pages.Shell;

/// <summary>The looks for browsers without scripts: one form that sets the cookie and goes back to its page.</summary>
internal static class LookEndpoints
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    public static void MapLook(this IEndpointRouteBuilder routes) => routes.MapPost("/look", SetAsync).AllowAnonymous();

    private static async Task<Results<RedirectHttpResult, ApiProblem>> SetAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (!SameSite.Allows(http.Request))
        {
            return SameSite.Refusal;
        }

        if (!http.Request.HasFormContentType)
        {
            return new ApiProblem(StatusCodes.Status415UnsupportedMediaType, "unsupported_media_type", "Send the looks as a form.");
        }

        var form = await http.Request.ReadFormAsync(cancellationToken);
        http.Response.Cookies.Append(Look.Cookie, Look.Of(http.Request).With(form).ToString(), new CookieOptions
        {
            MaxAge = Kept,
            SameSite = SameSiteMode.Lax,
            IsEssential = true,
            Path = "/",
        });
        return TypedResults.LocalRedirect(LocalPath.Of(form["back"]), permanent: false, preserveMethod: false);
    }
}
