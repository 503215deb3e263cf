namespace Burnin.WebFront.BurnIns;

internal sealed record StartedJob(string DriveId, string JobId);
