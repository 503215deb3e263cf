using Burnin.WebFront.Pages.Errors;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Burnin.WebFront.Http;

/// <summary>Gives the bare refusals of the framework (no such route, wrong method) the shape of all the others.</summary>
internal static class EmptyErrors
{
    public static Task DescribeAsync(StatusCodeContext context)
    {
        var http = context.HttpContext;
        var status = http.Response.StatusCode;
        var problem = status switch
        {
            StatusCodes.Status404NotFound => new ApiProblem(status, "unknown_route", "There is nothing at this address. Check the path."),
            StatusCodes.Status405MethodNotAllowed => new ApiProblem(
                status, "method_not_allowed", $"This address does not take {http.Request.Method}. It takes {http.Response.Headers.Allow}."),
            StatusCodes.Status400BadRequest => new ApiProblem(status, "bad_request", "A value in the path or the query cannot be read. Correct it."),
            _ => new ApiProblem(status, "refused", "The request was refused before it was looked at."),
        };
        return ErrorPages.IsWanted(http) ? ErrorPages.ShowAsync(http, problem) : problem.ExecuteAsync(http);
    }
}
