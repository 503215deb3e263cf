using Burnin.Grains.Interfaces;
using Burnin.WebFront.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Burnin.WebFront.Health;

internal static class HealthEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", Live).AllowAnonymous();
        routes.MapGet("/health/ready", ReadyAsync).AllowAnonymous();
    }

    /// <summary>The process answers. Says nothing of the cluster: restarting this process would not mend that.</summary>
    private static Ok<HealthAnswer> Live() => TypedResults.Ok(new HealthAnswer("live"));

    private static async Task<Results<Ok<HealthAnswer>, ApiProblem>> ReadyAsync(
        IGrainFactory grains, TimeProvider clock, CancellationToken cancellationToken)
    {
        try
        {
            await grains.Fleet().GetNasNamesAsync().WaitAsync(Patience, clock, cancellationToken);
            return TypedResults.Ok(new HealthAnswer("ready"));
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return new ApiProblem(StatusCodes.Status503ServiceUnavailable, "not_ready", "The fleet does not answer yet. Try again in a few seconds.");
        }
    }
}
