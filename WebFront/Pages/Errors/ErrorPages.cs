using Burnin.WebFront.Http;
using Burnin.WebFront.Pages.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace Burnin.WebFront.Pages.Errors;

/// <summary>Problems as a page, for people; programs get them as JSON.</summary>
internal static class ErrorPages
{
    /// <summary>A browser that goes to an address asks for HTML by name; a script or a program does not.</summary>
    public static bool IsWanted(HttpContext context) =>
        (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && !context.Request.Path.StartsWithSegments("/api") && !context.Request.Path.StartsWithSegments("/hubs")
        && context.Request.GetTypedHeaders().Accept.Any(accepted => accepted.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));

    public static Task ShowAsync(HttpContext context, ApiProblem problem)
    {
        // The fleet is not asked: it may be what has failed.
        var shell = context.RequestServices.GetRequiredService<ShellReader>().Of(context, []);
        var isOurs = problem.Status >= StatusCodes.Status500InternalServerError;
        var title = problem.Status == StatusCodes.Status404NotFound ? "No such page" : ReasonPhrases.GetReasonPhrase(problem.Status);
        return new PageResult<ErrorPage>(
            shell, new ErrorModel(title, problem.Detail, TraceId: isOurs ? ApiProblem.TraceIdOf(context) : null), problem.Status).ExecuteAsync(context);
    }
}
