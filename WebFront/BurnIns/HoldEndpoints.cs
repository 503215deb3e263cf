using System.Diagnostics;
using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Jobs;
using Burnin.WebFront.Commands;
using Burnin.WebFront.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Burnin.WebFront.BurnIns;

/// <summary>Pausing and resuming one burn-in.</summary>
internal static class HoldEndpoints
{
    public static void MapHolds(this IEndpointRouteBuilder api)
    {
        var commands = api.MapCommands("/burnin");
        commands.MapPost("/{id}/pause", PauseAsync).Does("burnin_pause");
        commands.MapPost("/{id}/resume", ResumeAsync).Does("burnin_resume");
    }

    private static async Task<Results<Ok<HoldAnswer>, Accepted<HoldAnswer>, ApiProblem>> PauseAsync(
        string id, JsonBody<OperatorOnly> body, HttpContext http, IGrainFactory grains)
    {
        var note = CommandNote.Of(http);
        note.JobId = id;

        switch (await grains.Job(id).PauseAsync(CommandActor.Of(http, body), CancellationToken.None))
        {
            case PauseJobResult.Paused paused:
                note.Detail = $"paused: {paused.Held}";
                return TypedResults.Ok(new HoldAnswer("paused", paused.Held));
            case PauseJobResult.Pausing pausing:
                note.Detail = $"pausing: {pausing.Why}";
                return TypedResults.Accepted(AddressOf(id), new HoldAnswer("pausing", pausing.Why));
            case PauseJobResult.AlreadyOver over:
                return AlreadyOver(over.State);
            case PauseJobResult.UnknownJob:
                return Refuse.UnknownJob(id);
            case var other:
                throw new UnreachableException(other.GetType().Name);
        }
    }

    private static async Task<Results<Ok<HoldAnswer>, Accepted<HoldAnswer>, ApiProblem>> ResumeAsync(
        string id, JsonBody<OperatorOnly> body, HttpContext http, IGrainFactory grains)
    {
        var note = CommandNote.Of(http);
        note.JobId = id;

        switch (await grains.Job(id).ResumeAsync(CommandActor.Of(http, body), CancellationToken.None))
        {
            case ResumeJobResult.Resumed resumed:
                note.Detail = "resumed";
                return TypedResults.Ok(new HoldAnswer(resumed.State));
            case ResumeJobResult.Resuming resuming:
                note.Detail = $"resuming: {resuming.Why}";
                return TypedResults.Accepted(AddressOf(id), new HoldAnswer("resuming", resuming.Why));
            case ResumeJobResult.NotPaused { Held: { } held }:
                return new ApiProblem(StatusCodes.Status409Conflict, "not_paused", $"Nobody has paused this burn-in, so nobody can resume it. It goes on by itself: {held}");
            case ResumeJobResult.NotPaused:
                return new ApiProblem(StatusCodes.Status409Conflict, "not_paused", "This burn-in is not paused. There is nothing to resume.");
            case ResumeJobResult.AlreadyOver over:
                return AlreadyOver(over.State);
            case ResumeJobResult.UnknownJob:
                return Refuse.UnknownJob(id);
            case var other:
                throw new UnreachableException(other.GetType().Name);
        }
    }

    private static ApiProblem AlreadyOver(string state) =>
        new(StatusCodes.Status409Conflict, "already_over", $"This burn-in is {state}. It can be neither paused nor resumed any more.");

    private static string AddressOf(string id) => $"/api/v1/burnin/{Uri.EscapeDataString(id)}";
}
