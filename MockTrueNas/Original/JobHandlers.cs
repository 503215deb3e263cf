using System.Text.Json;
using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Original.Fleet;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Burnin.MockTrueNas.Original;

internal static class JobHandlers
{
    private const int NoSuchEntry = 2;

    public static async Task<IResult> ListAsync(
        HttpRequest request, PretendNas nas, IOptions<JsonOptions> json, CancellationToken cancellationToken)
    {
        var text = await FilterTextAsync(request, cancellationToken);

        if (JobFilter.TryParseList(text) is not { } filters)
        {
            return OriginalError.BadRequest($"Not a list of filters: {text}");
        }

        var moment = nas.Look();

        // A filter names a field as it is on the wire, so that is where it looks.
        var jobs = moment.State.Jobs
            .Select(job => OriginalJob.Of(job, moment.Now))
            .Select(job => JsonSerializer.SerializeToNode(job, json.Value.SerializerOptions)!.AsObject())
            .Where(job => filters.All(filter => filter.Matches(job)));

        return TypedResults.Ok(new JsonArray([.. jobs]));
    }

    public static IResult Abort([FromBody] int jobId, PretendNas nas) => nas.TryAbort(jobId)
        ? TypedResults.Ok(true)
        : OriginalError.Call($"[ENOENT] Job {jobId} does not exist", NoSuchEntry);

    /// <summary>The query string wins over a body, as it does on the real product.</summary>
    private static async Task<string> FilterTextAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if ((request.Query["query-filters"].FirstOrDefault() ?? request.Query["filters"].FirstOrDefault()) is { } query)
        {
            return query;
        }

        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync(cancellationToken);

        return string.IsNullOrWhiteSpace(body) ? "[]" : body;
    }
}
