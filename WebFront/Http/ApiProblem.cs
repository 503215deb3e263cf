using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Burnin.Grains.Interfaces;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Burnin.WebFront.Http;

/// <summary>A refusal as RFC 9457 problem details: always with a code for programs, a trace id for the log, and what to do.</summary>
internal sealed record ApiProblem(int Status, string Code, string Detail) : IResult, IStatusCodeHttpResult
{
    /// <summary>Members beyond the usual ones, by their wire name.</summary>
    public IReadOnlyDictionary<string, object?> More { get; init; } = new Dictionary<string, object?>();

    int? IStatusCodeHttpResult.StatusCode => Status;

    public static string TraceIdOf(HttpContext context) => Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var body = new Dictionary<string, object?>
        {
            ["type"] = string.Create(CultureInfo.InvariantCulture, $"https://httpstatuses.io/{Status}"),
            ["title"] = ReasonPhrases.GetReasonPhrase(Status),
            ["status"] = Status,
            ["detail"] = Detail,
            ["instance"] = httpContext.Request.Path.Value,
            ["code"] = Code,
            ["trace_id"] = TraceIdOf(httpContext),
        };
        foreach (var (name, value) in More)
        {
            body[name] = value;
        }

        httpContext.Response.StatusCode = Status;
        await JsonSerializer.SerializeAsync(
            Typed(httpContext.Response).Body, body, WireJson.Options, httpContext.RequestAborted);
    }

    private static HttpResponse Typed(HttpResponse response)
    {
        response.ContentType = "application/problem+json";
        return response;
    }
}
