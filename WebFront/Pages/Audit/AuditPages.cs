using Burnin.History.Audit;
using Burnin.WebFront.Audit;
using Burnin.WebFront.Pages.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Burnin.WebFront.Pages.Audit;

internal static class AuditPages
{
    public static void MapAuditPages(this IEndpointRouteBuilder routes) => routes.MapGet("/audit", ShowAsync);

    private static async Task<PageResult<TrailPage>> ShowAsync(
        [AsParameters] AuditQuery query, HttpContext http, ShellReader shells, AuditLog log, ChainCheck chain, CancellationToken cancellationToken)
    {
        var shell = await shells.ReadAsync(http);
        var model = new AuditModel { Query = query, Address = new PageQuery(shell.Address) };
        return query.Read(out var filter) is { } problem
            ? new(shell, model with { Problem = problem.Detail }, problem.Status)
            : new(shell, model with
            {
                Page = await log.ListAsync(filter, query.Rows, query.Before, query.After, cancellationToken),
                Total = await log.CountAsync(filter, cancellationToken),
                Actions = await log.ActionsAsync(cancellationToken),
                Chain = await chain.AskAsync(cancellationToken),
            });
    }
}
