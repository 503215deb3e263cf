using System.Diagnostics;
using System.Text.Json.Serialization;
using Burnin.Grains.Interfaces.Drives;
using Burnin.WebFront.Http;
using Microsoft.AspNetCore.Http;

namespace Burnin.WebFront.BurnIns;

/// <summary>Why one drive was not started, in the words of whoever refused.</summary>
internal sealed record RefusedStart(string DriveId, string Code, string Reason)
{
    /// <summary>Of the whole answer, where this is the first refusal and nothing started.</summary>
    [JsonIgnore]
    public int Status { get; init; }

    public static RefusedStart Of(string driveId, StartBurnInResult refused) => refused switch
    {
        StartBurnInResult.UnknownDrive => Of(driveId, Refuse.UnknownDrive(driveId)),
        StartBurnInResult.Busy busy => new(driveId, "busy", $"Burn-in {busy.JobId} of this drive is not over. Cancel it first, or wait.")
        {
            Status = StatusCodes.Status409Conflict,
        },
        StartBurnInResult.InUse inUse => new(driveId, "in_use", string.Join(" ", inUse.Facts.Select(fact => fact.Detail)))
        {
            Status = StatusCodes.Status409Conflict,
        },
        StartBurnInResult.Invalid invalid => new(driveId, invalid.Code, invalid.Reason) { Status = StatusCodes.Status422UnprocessableEntity },
        StartBurnInResult.NasFailed failed => new(driveId, failed.Fault, failed.Reason) { Status = Refuse.StatusOfFault(failed.Fault) },
        _ => throw new UnreachableException(refused.GetType().Name),
    };

    public static RefusedStart Of(string driveId, ApiProblem problem) => new(driveId, problem.Code, problem.Detail) { Status = problem.Status };
}
