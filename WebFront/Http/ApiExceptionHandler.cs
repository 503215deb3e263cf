using Burnin.WebFront.Pages.Errors;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Burnin.WebFront.Http;

/// <summary>What nobody expected, as a problem with an id that leads to the log.</summary>
internal sealed partial class ApiExceptionHandler(ILogger<ApiExceptionHandler> logger) : IExceptionHandler
{
    /// <summary>How an exception looks from outside: never its own text, which may hold what is not for everyone.</summary>
    public static ApiProblem Describe(Exception exception) => exception switch
    {
        TimeoutException => new(
            StatusCodes.Status504GatewayTimeout,
            "time_out",
            "The answer did not come in time. What was asked for may still happen: look at the present state before asking again."),
        OrleansException => new(
            StatusCodes.Status503ServiceUnavailable, "cluster_unavailable", "The cluster does not answer just now. Try again in a few seconds."),
        BadHttpRequestException bad => new(bad.StatusCode, "bad_request", "The request could not be read. Correct it and send it again."),
        _ => new(
            StatusCodes.Status500InternalServerError, "unexpected", "Burnin met an error of its own. Look for the trace id in its log, and report it."),
    };

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var problem = Describe(exception);
        if (problem.Status >= StatusCodes.Status500InternalServerError)
        {
            LogFailed(logger, exception, httpContext.Request.Method, httpContext.Request.Path, ApiProblem.TraceIdOf(httpContext));
        }

        await (ErrorPages.IsWanted(httpContext) ? ErrorPages.ShowAsync(httpContext, problem) : problem.ExecuteAsync(httpContext));
        return true;
    }
}
