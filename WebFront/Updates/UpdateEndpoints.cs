using Burnin.WebFront.Pages.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Burnin.WebFront.Updates;

internal static class UpdateEndpoints
{
    public static void MapUpdates(this IEndpointRouteBuilder api) => api.MapGet("/updates/check", CheckAsync);

    private static async Task<Ok<UpdateAnswer>> CheckAsync(UpdateCheck updates, CancellationToken cancellationToken) =>
        TypedResults.Ok(await updates.AskAsync(ShellReader.Version, cancellationToken));
}
