using Burnin.History.Heat;
using Burnin.WebFront.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Burnin.WebFront.Heat;

/// <summary>How warm a drive was.</summary>
internal static class HeatEndpoints
{
    private const int UsualHours = 24 * 30;

    public static void MapHeat(this IEndpointRouteBuilder api) => api.MapGet("/drives/{id}/heat", ListAsync);

    /// <summary>Empty also for a drive that is not there: its history outlives it.</summary>
    private static async Task<Results<Ok<HeatList>, ApiProblem>> ListAsync(string id, int? hours, HeatHistory history, TimeProvider clock, CancellationToken cancellationToken) =>
        hours is < 1 or > HeatHistory.MostHours
            ? Refuse.Invalid("hours", $"1 to {HeatHistory.MostHours}.")
            : TypedResults.Ok(new HeatList(await history.ReadAsync(id, clock.GetUtcNow(), hours ?? UsualHours, cancellationToken)));
}
