using Burnin.History.Audit;
using Burnin.WebFront.Export;
using Burnin.WebFront.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Burnin.WebFront.Audit;

internal static class AuditEndpoints
{
    public static void MapAudit(this IEndpointRouteBuilder api)
    {
        var audit = api.MapGroup("/audit");
        audit.MapGet("", ListAsync);
        audit.MapGet("/chain", ChainAsync);
        audit.MapGet("/export.csv", ExportCsv);
        audit.MapGet("/export.json", ExportJson);
    }

    private static async Task<Results<Ok<AuditList>, ApiProblem>> ListAsync(
        [AsParameters] AuditQuery query, AuditLog log, CancellationToken cancellationToken)
    {
        if (query.Read(out var filter) is { } problem)
        {
            return problem;
        }

        var page = await log.ListAsync(filter, query.Rows, query.Before, query.After, cancellationToken);
        return TypedResults.Ok(new AuditList(page.Events, page.Next, page.Previous));
    }

    private static async Task<Ok<ChainAnswer>> ChainAsync(ChainCheck chain, CancellationToken cancellationToken) =>
        TypedResults.Ok(await chain.AskAsync(cancellationToken));

    private static Results<CsvExport<AuditRecord>, ApiProblem> ExportCsv(
        [AsParameters] AuditQuery query, AuditLog log, CancellationToken cancellationToken) =>
        query.Read(out var filter) is { } problem
            ? problem
            : new CsvExport<AuditRecord>("burnin-audit.csv", AuditColumns.All, log.StreamAsync(filter, cancellationToken));

    private static Results<JsonExport<AuditRecord>, ApiProblem> ExportJson(
        [AsParameters] AuditQuery query, AuditLog log, CancellationToken cancellationToken) =>
        query.Read(out var filter) is { } problem
            ? problem
            : new JsonExport<AuditRecord>("burnin-audit.json", log.StreamAsync(filter, cancellationToken));
}
