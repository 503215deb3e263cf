using Burnin.Domain.Audit;

namespace Burnin.History.Audit;

/// <summary>How the web layer, which knows no domain, writes to the trail.</summary>
public sealed class CommandAudit
{
    private readonly IAuditTrail _trail;
    private readonly TimeProvider _clock;

    internal CommandAudit(IAuditTrail trail, TimeProvider clock)
    {
        _trail = trail;
        _clock = clock;
    }

    /// <summary>
    /// Every call is an entry of its own. Do not pass the token of a request: what was done stays done when the browser leaves.
    /// </summary>
    public Task RecordAsync(CommandRecord record, CancellationToken cancellationToken)
    {
        var entry = new AuditEntry
        {
            Source = $"web:{Guid.NewGuid():N}",
            Sequence = 1,
            At = _clock.GetUtcNow(),
            Actor = record.Actor,
            Action = record.Action,
            DriveId = record.DriveId,
            JobId = record.JobId,
            Nas = record.Nas,
            Outcome = record.Outcome,
            Detail = record.Detail,
        };

        return _trail.AppendAsync([entry], cancellationToken);
    }
}
