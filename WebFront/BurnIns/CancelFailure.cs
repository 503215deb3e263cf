namespace Burnin.WebFront.BurnIns;

internal sealed record CancelFailure(string JobId, string Code, string Reason);
