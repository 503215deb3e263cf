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

/// <summary>Ending a burn-in whose drive hangs, or whose host is gone, without the proof that nothing is left running.</summary>
internal static class GiveUpEndpoints
{
    public static void MapGiveUp(this IEndpointRouteBuilder api) =>
        api.MapCommands("/burnin").MapPost("/{id}/give-up", GiveUpAsync).Does("burnin_give_up");

    private static async Task<Results<Ok<GiveUpAnswer>, ApiProblem>> GiveUpAsync(string id, JsonBody<GiveUpRequest> body, HttpContext http, IGrainFactory grains)
    {
        var note = CommandNote.Of(http);
        note.JobId = id;
        if (CommandActor.Named(http, body) is not { } by)
        {
            return Refuse.Invalid("operator", "say who takes it on themselves that the drive may not be at rest.");
        }

        switch (await grains.Job(id).GiveUpAsync(by, body.Value.ConfirmSerial ?? "", CancellationToken.None))
        {
            case GiveUpJobResult.GivenUp given:
                note.Detail = $"given up without the host's proof: {given.Why}";
                return TypedResults.Ok(new GiveUpAnswer("cancelled", Proved: false, given.Why));
            case GiveUpJobResult.Cancelled:
                note.Detail = "cancelled, with the host's proof after all that nothing is left running";
                return TypedResults.Ok(new GiveUpAnswer("cancelled", Proved: true));
            case GiveUpJobResult.WrongSerial wrong:
                return new ApiProblem(
                    StatusCodes.Status422UnprocessableEntity,
                    "serial_mismatch",
                    $"The drive may not be at rest. Type its serial in \"confirm_serial\": expected is {wrong.Expected}, given was \"{body.Value.ConfirmSerial}\".");
            case GiveUpJobResult.NotCancelling state:
                return new ApiProblem(
                    StatusCodes.Status409Conflict, "not_cancelling", $"This burn-in is {state.State}. Cancel it first: only where its NAS cannot prove the end is there anything to give up.");
            case GiveUpJobResult.AlreadyOver over:
                return new ApiProblem(StatusCodes.Status409Conflict, "already_over", $"This burn-in is over: it is {over.State}. There is nothing to give up.");
            case GiveUpJobResult.UnknownJob:
                return Refuse.UnknownJob(id);
            case var other:
                throw new UnreachableException(other.GetType().Name);
        }
    }
}
