using System.Diagnostics;
using System.Globalization;
using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Jobs;
using Burnin.History.Jobs;
using Burnin.WebFront.Commands;
using Burnin.WebFront.Export;
using Burnin.WebFront.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Burnin.WebFront.BurnIns;

internal static class BurnInEndpoints
{
    private const int MostDrives = 500;
    private const int LongestText = 200;
    private const int MostStages = 20;

    public static void MapBurnIns(this IEndpointRouteBuilder api)
    {
        var jobs = api.MapGroup("/burnin");
        jobs.MapGet("", ListAsync);
        jobs.MapGet("/export.csv", ExportCsv);
        jobs.MapGet("/export.json", ExportJson);
        jobs.MapGet("/{id}", GetAsync);
        jobs.MapPost("/plan", PlanAsync);

        var commands = api.MapCommands("/burnin");
        commands.MapPost("/start", StartAsync).Does("burnin_start");
        commands.MapPost("/{id}/cancel", CancelAsync).Does("burnin_cancel");
        commands.MapPost("/cancel-all", CancelAllAsync).Does("burnin_cancel_all");
    }

    private static async Task<Results<Ok<JobList>, ApiProblem>> ListAsync(
        [AsParameters] JobQuery query, JobHistory history, CancellationToken cancellationToken)
    {
        if (query.Read(out var filter) is { } problem)
        {
            return problem;
        }

        var page = await history.ListAsync(filter, cancellationToken);
        return TypedResults.Ok(new JobList([.. page.Jobs.Select(JobListItem.Of)], page.Next, page.Previous));
    }

    private static Results<CsvExport<JobRecord>, ApiProblem> ExportCsv(
        [AsParameters] JobQuery query, JobHistory history, CancellationToken cancellationToken) =>
        query.Read(out var filter) is { } problem
            ? problem
            : new CsvExport<JobRecord>("burnin-jobs.csv", JobColumns.All, history.StreamAsync(filter, cancellationToken));

    private static Results<JsonExport<JobListItem>, ApiProblem> ExportJson(
        [AsParameters] JobQuery query, JobHistory history, CancellationToken cancellationToken) =>
        query.Read(out var filter) is { } problem
            ? problem
            : new JsonExport<JobListItem>("burnin-jobs.json", history.StreamAsync(filter, cancellationToken).Select(JobListItem.Of));

    private static async Task<Results<Ok<JobAnswer>, ApiProblem>> GetAsync(string id, IGrainFactory grains) =>
        await grains.Job(id).GetAsync() is { } job ? TypedResults.Ok(JobAnswer.Of(job)) : Refuse.UnknownJob(id);

    /// <summary>A question, though it is posted: the ids of a batch are too long for an address. It changes nothing.</summary>
    private static async Task<Results<Ok<PlanAnswer>, ApiProblem>> PlanAsync(JsonBody<StartBurnInRequest> body, FleetPlan fleet)
    {
        if ((body.Problem ?? CheckStart(body.Value)) is { } problem)
        {
            return problem;
        }

        List<string> ids = [.. body.Value.DriveIds!.OfType<string>()];
        return TypedResults.Ok(await fleet.PlanAsync(ids, body.Value.ToWish(ids.Count, by: "")));
    }

    private static async Task<Results<Accepted<StartBurnInAnswer>, ApiProblem>> StartAsync(
        JsonBody<StartBurnInRequest> body, HttpContext http, FleetStart fleet)
    {
        if (CheckStart(body.Value) is { } problem)
        {
            return problem;
        }

        List<string> ids = [.. body.Value.DriveIds!.OfType<string>()];
        var answer = await fleet.StartAsync(ids, body.Value.ToWish(ids.Count, CommandActor.Named(http, body) ?? ""));

        var note = CommandNote.Of(http);
        note.DriveId = ids is [var only] ? only : null;
        note.JobId = answer.Jobs is [var job] ? job.JobId : null;
        note.Detail = string.Join("; ", Sentences(answer));

        if (answer.Jobs.Count > 0)
        {
            return TypedResults.Accepted("/api/v1/burnin", answer);
        }

        var first = answer.Refused[0];
        return new ApiProblem(first.Status, first.Code, first.Reason)
        {
            More = new Dictionary<string, object?> { ["refused"] = answer.Refused },
        };
    }

    private static async Task<Results<Ok<CancelAnswer>, Accepted<CancelAnswer>, ApiProblem>> CancelAsync(
        string id, JsonBody<OperatorOnly> body, HttpContext http, IGrainFactory grains)
    {
        var note = CommandNote.Of(http);
        note.JobId = id;

        switch (await grains.Job(id).CancelAsync(CommandActor.Of(http, body), CancellationToken.None))
        {
            case CancelJobResult.Cancelled:
                note.Detail = "cancelled, with the host's proof that nothing is left running";
                return TypedResults.Ok(new CancelAnswer("cancelled"));
            case CancelJobResult.Cancelling cancelling:
                note.Detail = $"cancelling: {cancelling.Why}";
                return TypedResults.Accepted($"/api/v1/burnin/{Uri.EscapeDataString(id)}", new CancelAnswer("cancelling", cancelling.Why));
            case CancelJobResult.AlreadyOver over:
                return new ApiProblem(StatusCodes.Status409Conflict, "already_over", $"This burn-in is over: it is {over.State}. There is nothing to cancel.");
            case CancelJobResult.UnknownJob:
                return Refuse.UnknownJob(id);
            case var other:
                throw new UnreachableException(other.GetType().Name);
        }
    }

    private static async Task<Ok<CancelAllAnswer>> CancelAllAsync(JsonBody<OperatorOnly> body, HttpContext http, FleetCancel fleet)
    {
        var answer = await fleet.CancelAsync(CommandActor.Of(http, body));
        CommandNote.Of(http).Detail = string.Create(
            CultureInfo.InvariantCulture,
            $"{answer.Cancelled.Count} cancelled, {answer.Cancelling.Count} cancelling, {answer.AlreadyOver.Count} already over, {answer.Failed.Count} failed");
        return TypedResults.Ok(answer);
    }

    private static ApiProblem? CheckStart(StartBurnInRequest request)
    {
        if (request.DriveIds is not { Count: > 0 } ids || ids.Any(id => string.IsNullOrWhiteSpace(id) || id.Length > LongestText))
        {
            return Refuse.Invalid("drive_ids", "send the ids of one or more drives, as GET /api/v1/drives has them.");
        }

        if (ids.Count > MostDrives)
        {
            return Refuse.Invalid("drive_ids", string.Create(CultureInfo.InvariantCulture, $"at most {MostDrives} drives at once."));
        }

        if (ids.Distinct(StringComparer.Ordinal).Count() < ids.Count)
        {
            return Refuse.Invalid("drive_ids", "the same drive is in the list twice. Send each one once.");
        }

        if (request.Operator?.Length > LongestText)
        {
            return Refuse.Invalid("operator", string.Create(CultureInfo.InvariantCulture, $"at most {LongestText} characters."));
        }

        if (new[] { request.SurfaceEngine, request.SurfaceMode, request.OverrideStaleLabel, request.Policy }.Any(text => text?.Length > LongestText))
        {
            return Refuse.Invalid("surface_engine", "longer than any could be.");
        }

        return request.StageOrder?.Count > MostStages || request.Profile?.Length > LongestText || request.ConfirmSerial?.Length > LongestText
            ? Refuse.Invalid("stage_order", "longer than any could be.")
            : null;
    }

    private static IEnumerable<string> Sentences(StartBurnInAnswer answer)
    {
        foreach (var job in answer.Jobs)
        {
            yield return $"drive {job.DriveId} started as {job.JobId}";
        }

        foreach (var refused in answer.Refused)
        {
            yield return $"drive {refused.DriveId} refused, {refused.Code}: {refused.Reason}";
        }
    }
}
