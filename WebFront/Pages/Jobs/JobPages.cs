using System.Globalization;
using Burnin.History.Jobs;
using Burnin.WebFront.BurnIns;
using Burnin.WebFront.Pages.Errors;
using Burnin.WebFront.Pages.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Burnin.WebFront.Pages.Jobs;

/// <summary>The list of burn-ins, and each of them.</summary>
internal static class JobPages
{
    public static void MapJobPages(this IEndpointRouteBuilder routes)
    {
        var history = routes.MapGroup("/history");
        history.MapGet("", ListAsync);
        history.MapGet("/compare", CompareAsync);
        history.MapGet("/{id}", ShowAsync);
        history.MapGet("/{id}/print", PrintAsync);
    }

    private static async Task<PageResult<HistoryPage>> ListAsync(
        [AsParameters] JobQuery query, HttpContext http, ShellReader shells, JobHistory history, CancellationToken cancellationToken)
    {
        var shell = await shells.ReadAsync(http);
        var model = new HistoryModel { Query = query, Address = new PageQuery(shell.Address) };
        if (query.Read(out var filter) is { } problem)
        {
            return new(shell, model with { Problem = problem.Detail }, problem.Status);
        }

        return new(shell, model with
        {
            Order = filter.Order,
            Page = await history.ListAsync(filter, cancellationToken),
            Counts = await history.CountAsync(filter, cancellationToken),
            Choices = await history.ChoicesAsync(cancellationToken),
        });
    }

    private static async Task<Results<PageResult<BurnInPage>, PageResult<ErrorPage>>> ShowAsync(
        string id, HttpContext http, ShellReader shells, JobReader jobs, CancellationToken cancellationToken)
    {
        var shell = await shells.ReadAsync(http);
        return await jobs.ReadAsync(id, UrlOf(http, id), cancellationToken) is { } model
            ? new PageResult<BurnInPage>(shell, model)
            : Unknown(shell, id);
    }

    private static async Task<Results<PageResult<PrintPage>, PageResult<ErrorPage>>> PrintAsync(
        string id, HttpContext http, ShellReader shells, JobReader jobs, CancellationToken cancellationToken)
    {
        var shell = await shells.ReadAsync(http);
        return await jobs.ReadAsync(id, UrlOf(http, id), cancellationToken) is { } model
            ? new PageResult<PrintPage>(shell, model)
            : Unknown(shell, id);
    }

    private static async Task<PageResult<ComparePage>> CompareAsync(
        [Microsoft.AspNetCore.Mvc.FromQuery(Name = "run")] string[] runs, HttpContext http, ShellReader shells, JobReader jobs, CancellationToken cancellationToken)
    {
        var shell = await shells.ReadAsync(http);
        string[] ids = [.. runs.Where(id => id.Length > 0).Distinct(StringComparer.Ordinal)];
        if (ids.Length != 2)
        {
            return new(shell, new CompareModel([], string.Create(CultureInfo.InvariantCulture, $"{ids.Length} are chosen. Tick two burn-ins in the list, then press Compare two.")));
        }

        ComparedRun?[] found = [await jobs.ReadForComparisonAsync(ids[0], cancellationToken), await jobs.ReadForComparisonAsync(ids[1], cancellationToken)];
        return found is [{ } one, { } other]
            ? new(shell, new CompareModel([.. new[] { one, other }.OrderBy(run => run.Job.Summary.CreatedAt)]))
            : new(shell, new CompareModel([], "One of the two is not on record here."), StatusCodes.Status404NotFound);
    }

    private static PageResult<ErrorPage> Unknown(ShellModel shell, string id) => new(
        shell,
        new ErrorModel("No such burn-in", $"There is no burn-in with the id {id}. It may have been typed wrongly, or its record was taken out.", "/history", "Go to the history"),
        StatusCodes.Status404NotFound);

    /// <summary>As the browser that asks has reached it: for the QR code on paper.</summary>
    private static string UrlOf(HttpContext http, string id) =>
        $"{http.Request.Scheme}://{http.Request.Host}/history/{Uri.EscapeDataString(id)}";
}
