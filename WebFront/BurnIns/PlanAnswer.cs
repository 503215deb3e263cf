namespace Burnin.WebFront.BurnIns;

/// <summary>What a start would ask of drives and people. Nothing of it is kept: the start itself looks anew.</summary>
/// <param name="Plans">In the order of the ids.</param>
/// <param name="Refused">In the order of the ids.</param>
/// <param name="WrittenBytes">On all drives together.</param>
/// <param name="ReadBytes">On all drives together.</param>
/// <param name="Waiting">How many of the drives find no free slot at once.</param>
/// <param name="EndsAt">When the last of them may be done; null where none can start.</param>
internal sealed record PlanAnswer(
    IReadOnlyList<PlannedDrive> Plans, IReadOnlyList<RefusedStart> Refused, long WrittenBytes, long ReadBytes, int Waiting, DateTimeOffset? EndsAt);
