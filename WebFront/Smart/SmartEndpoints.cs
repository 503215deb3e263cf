using Burnin.History.Smart;
using Burnin.WebFront.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Burnin.WebFront.Smart;

/// <summary>What a drive's SMART data said, over all its burn-ins, on whatever NAS.</summary>
internal static class SmartEndpoints
{
    private const int UsualLimit = 50;

    public static void MapSmart(this IEndpointRouteBuilder api)
    {
        api.MapGet("/drives/{id}/smart", ListAsync);
        api.MapGet("/drives/{id}/smart/attributes/{attribute:int}", AttributeAsync);
        api.MapGet("/drives/{id}/smart/{snapshot:long}", ReadAsync);
    }

    /// <summary>Empty also for a drive that is not there: its history outlives it.</summary>
    private static async Task<Ok<SmartPage>> ListAsync(string id, int? limit, long? before, SmartHistory history, CancellationToken cancellationToken) =>
        TypedResults.Ok(await history.ListAsync(id, limit ?? UsualLimit, before, cancellationToken));

    private static async Task<Ok<SmartAttributeList>> AttributeAsync(string id, int attribute, SmartHistory history, CancellationToken cancellationToken) =>
        TypedResults.Ok(new SmartAttributeList(attribute, await history.AttributeAsync(id, attribute, cancellationToken)));

    private static async Task<Results<FileContentHttpResult, ApiProblem>> ReadAsync(string id, long snapshot, SmartHistory history, CancellationToken cancellationToken)
    {
        if (await history.ReadAsync(id, snapshot, cancellationToken) is not { } output)
        {
            return new ApiProblem(
                StatusCodes.Status404NotFound, "unknown_snapshot", $"Drive {id} has no SMART snapshot {snapshot}. Take one from GET /api/v1/drives/{id}/smart.");
        }

        // Never HTML, whatever a tool has printed.
        var type = output.FileName.EndsWith(".json", StringComparison.Ordinal) ? "application/json" : "text/plain";
        return TypedResults.Bytes(output.Utf8, $"{type}; charset=utf-8", output.FileName, entityTag: new EntityTagHeaderValue($"\"{output.Sha256}\""));
    }
}
