using System.Collections.Immutable;

namespace Burnin.Domain.Jobs;

/// <summary>The read model of jobs, fed by the job grains: at least once, newest wins. Can be dropped and fed again.</summary>
public interface IJobLedger
{
    /// <summary>Keeps the entry unless a newer one (by <see cref="JobEntry.Sequence"/>) of that job is there.</summary>
    Task RecordAsync(JobEntry entry, CancellationToken cancellationToken);

    /// <summary>Ids of the jobs that are not over, oldest first: what a start has to take up again.</summary>
    Task<ImmutableArray<string>> UnfinishedAsync(CancellationToken cancellationToken);
}
