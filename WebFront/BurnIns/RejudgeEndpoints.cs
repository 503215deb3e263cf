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

/// <summary>Judging a burn-in that has ended once more, from what was stored of it.</summary>
internal static class RejudgeEndpoints
{
    private const int LongestPolicy = 100;

    public static void MapRejudge(this IEndpointRouteBuilder api) =>
        api.MapCommands("/burnin").MapPost("/{id}/rejudge", RejudgeAsync).Does("burnin_rejudge");

    private static async Task<Results<Ok<RejudgeAnswer>, ApiProblem>> RejudgeAsync(
        string id, string? policy, JsonBody<RejudgeRequest> body, HttpContext http, IGrainFactory grains, CancellationToken cancellationToken)
    {
        var note = CommandNote.Of(http);
        note.JobId = id;
        if (policy is not { Length: > 0 and <= LongestPolicy })
        {
            return Refuse.Invalid("policy", "say in the address by which policy: ?policy=new, used or classic.");
        }

        var isStored = body.Value.Store == true;
        switch (await grains.Job(id).RejudgeAsync(policy, isStored ? CommandActor.Of(http, body) : null, cancellationToken))
        {
            case RejudgeJobResult.Judged { Judgement: var judgement, Verdict: var stored }:
                note.Detail = $"{judgement.Policy} says {judgement.Verdict}, the verdict is {stored}; {(isStored ? "kept beside it" : "shown only")}";
                return TypedResults.Ok(new RejudgeAnswer
                {
                    JobId = id,
                    Policy = judgement.Policy,
                    Verdict = judgement.Verdict,
                    Reasons = judgement.Reasons,
                    StoredVerdict = stored,
                    Stored = isStored,
                });
            case RejudgeJobResult.NoVerdict none:
                return new ApiProblem(StatusCodes.Status409Conflict, "no_verdict", $"This burn-in is {none.State}. Only one that has ended with a verdict can be judged again.");
            case RejudgeJobResult.UnknownPolicy unknown:
                return Refuse.Invalid("policy", $"one of {unknown.Known}.");
            case RejudgeJobResult.UnknownJob:
                return Refuse.UnknownJob(id);
            case var other:
                throw new UnreachableException(other.GetType().Name);
        }
    }
}
