namespace Burnin.Domain.Smart;

/// <summary>Keeps what the SMART data of a drive said, over jobs and NAS boxes, for good.</summary>
public interface ISmartLog
{
    /// <summary>Safe to repeat: an entry of that job, stage and name is replaced.</summary>
    Task RecordAsync(SmartLogEntry entry, CancellationToken cancellationToken);
}
