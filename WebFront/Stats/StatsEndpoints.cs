using Burnin.History.Stats;
using Burnin.WebFront.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Burnin.WebFront.Stats;

internal static class StatsEndpoints
{
    public static void MapStats(this IEndpointRouteBuilder api) => api.MapGet("/stats", GetAsync);

    private static async Task<Results<Ok<Statistics>, ApiProblem>> GetAsync(
        [AsParameters] StatsQuery query, JobStatistics statistics, TimeProvider clock, CancellationToken cancellationToken) =>
        query.Read(clock.GetUtcNow(), out var filter) is { } problem
            ? problem
            : TypedResults.Ok(await statistics.ReadAsync(filter, cancellationToken));
}
