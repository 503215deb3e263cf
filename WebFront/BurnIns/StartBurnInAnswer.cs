namespace Burnin.WebFront.BurnIns;

internal sealed record StartBurnInAnswer(IReadOnlyList<StartedJob> Jobs, IReadOnlyList<RefusedStart> Refused);
