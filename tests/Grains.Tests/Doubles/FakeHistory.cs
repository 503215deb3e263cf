using System.Collections.Concurrent;
using System.Collections.Immutable;
using Burnin.Domain.Audit;
using Burnin.Domain.Jobs;

namespace Burnin.Grains.Tests.Doubles;

/// <summary>Read model and audit trail in memory; idempotent, like the real ones, and can be told to fail.</summary>
internal sealed class FakeHistory : IJobLedger, IAuditTrail
{
    private readonly ConcurrentDictionary<(string, long), AuditEntry> _audit = new();

    public ConcurrentDictionary<string, JobEntry> Jobs { get; } = new();

    public IEnumerable<AuditEntry> Audit => _audit.Values.OrderBy(entry => entry.Source, StringComparer.Ordinal).ThenBy(entry => entry.Sequence);

    public Exception? Failure { get; set; }

    public Task RecordAsync(JobEntry entry, CancellationToken cancellationToken)
    {
        ThrowIfTold();
        Jobs.AddOrUpdate(entry.JobId, entry, (_, known) => known.Sequence > entry.Sequence ? known : entry);
        return Task.CompletedTask;
    }

    public Task<ImmutableArray<string>> UnfinishedAsync(CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<string>>([.. Jobs.Values.Where(job => !job.IsOver).Select(job => job.JobId)]);

    public Task AppendAsync(IReadOnlyCollection<AuditEntry> entries, CancellationToken cancellationToken)
    {
        ThrowIfTold();
        foreach (var entry in entries)
        {
            _audit.TryAdd((entry.Source, entry.Sequence), entry);
        }

        return Task.CompletedTask;
    }

    private void ThrowIfTold()
    {
        if (Failure is { } failure)
        {
            throw failure;
        }
    }
}
