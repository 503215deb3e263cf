using Burnin.History.Evidence;
using Burnin.History.Jobs;
using Burnin.History.Smart;
using Burnin.History.Surface;
using Burnin.WebFront.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Burnin.WebFront.Evidence;

/// <summary>What the results of a burn-in rest on, as it came.</summary>
internal static class EvidenceEndpoints
{
    public static void MapEvidence(this IEndpointRouteBuilder api)
    {
        api.MapGet("/burnin/{id}/evidence", ListAsync);
        api.MapGet("/burnin/{id}/evidence/{stage:int}/{name}", ReadAsync);
        api.MapGet("/burnin/{id}/surface", SurfaceAsync);
        api.MapGet("/burnin/{id}/smart", SmartAsync);
    }

    private static async Task<Ok<EvidenceList>> ListAsync(string id, EvidenceHistory history, CancellationToken cancellationToken) =>
        TypedResults.Ok(new EvidenceList(await history.ListAsync(id, cancellationToken)));

    /// <summary>Passes, speed over position and bad blocks of each surface stage that has ended.</summary>
    private static async Task<Results<Ok<SurfaceList>, ApiProblem>> SurfaceAsync(
        string id, JobHistory jobs, EvidenceHistory history, SurfaceHistory surfaces, CancellationToken cancellationToken) =>
        await jobs.GetAsync(id, cancellationToken) is { } job
            ? TypedResults.Ok(new SurfaceList(job.Job.SizeBytes, await surfaces.ReadAsync(id, job.Job.SizeBytes, await history.ListAsync(id, cancellationToken), cancellationToken)))
            : Refuse.UnknownJob(id);

    /// <summary>SMART before and after.</summary>
    private static async Task<Ok<SmartComparison>> SmartAsync(
        string id, EvidenceHistory history, SmartComparisons smart, CancellationToken cancellationToken) =>
        TypedResults.Ok(await smart.CompareAsync(id, await history.ListAsync(id, cancellationToken), cancellationToken));

    private static async Task<Results<FileContentHttpResult, ApiProblem>> ReadAsync(
        string id, int stage, string name, EvidenceHistory history, CancellationToken cancellationToken)
    {
        if (await history.ReadAsync(id, stage, name, cancellationToken) is not { } text)
        {
            return new ApiProblem(
                StatusCodes.Status404NotFound, "unknown_evidence", $"Stage {stage} of this burn-in has no evidence named {name}. Take one from GET /api/v1/burnin/{id}/evidence.");
        }

        // Never HTML, whatever a tool has printed: it is shown as text by every browser.
        var type = name.EndsWith(".json", StringComparison.Ordinal) ? "application/json" : "text/plain";
        return TypedResults.Bytes(text.Utf8, $"{type}; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{text.Sha256}\""));
    }
}
