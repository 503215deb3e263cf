using Burnin.History.Stats;
using Burnin.WebFront.Pages.Shell;
using Burnin.WebFront.Stats;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Burnin.WebFront.Pages.Stats;

internal static class StatsPages
{
    public static void MapStatsPages(this IEndpointRouteBuilder routes) => routes.MapGet("/stats", ShowAsync);

    private static async Task<PageResult<StatsPage>> ShowAsync(
        [AsParameters] StatsQuery query, HttpContext http, ShellReader shells, JobStatistics statistics, CancellationToken cancellationToken)
    {
        var shell = await shells.ReadAsync(http);
        var model = new StatsModel { Query = query, Address = new PageQuery(shell.Address) };
        return query.Read(shell.Now, out var filter) is { } problem
            ? new(shell, model with { Problem = problem.Detail }, problem.Status)
            : new(shell, model with { Statistics = await statistics.ReadAsync(filter, cancellationToken) });
    }
}
