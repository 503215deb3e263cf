using System.Collections.Concurrent;
using System.Collections.Immutable;
using Burnin.Domain.Audit;
using Burnin.Domain.Drives;
using Burnin.Domain.Jobs;
using Burnin.Domain.Smart;
using Burnin.Domain.Verdicts;

namespace Burnin.Grains.Tests.Doubles;

/// <summary>Read model, evidence and audit trail in memory; idempotent, like the real ones, and can be told to fail.</summary>
internal sealed class FakeHistory : IJobLedger, IEvidenceStore, IEvidenceArchive, ISurroundings, ISmartLog, IHeatLog, IAuditTrail
{
    private readonly ConcurrentDictionary<(string, long), AuditEntry> _audit = new();

    public ConcurrentDictionary<string, JobEntry> Jobs { get; } = new();

    public IEnumerable<AuditEntry> Audit => _audit.Values.OrderBy(entry => entry.Source, StringComparer.Ordinal).ThenBy(entry => entry.Sequence);

    public Exception? Failure { get; set; }

    /// <summary>By job, index of the stage and name.</summary>
    public ConcurrentDictionary<(string JobId, int Stage, string Name), string> Evidence { get; } = new();

    /// <summary>How often evidence was brought, repeats included.</summary>
    public int EvidenceBrought { get; private set; }

    /// <summary>Set: evidence alone is not taken.</summary>
    public Exception? EvidenceFailure { get; set; }

    /// <summary>By job, index of the stage and name.</summary>
    public ConcurrentDictionary<(string JobId, int Stage, string Name), SmartLogEntry> Smart { get; } = new();

    public ConcurrentQueue<HeatHour> Heat { get; } = new();

    public Task RecordAsync(ImmutableArray<HeatHour> hours, CancellationToken cancellationToken)
    {
        ThrowIfTold();
        foreach (var hour in hours)
        {
            Heat.Enqueue(hour);
        }

        return Task.CompletedTask;
    }

    public Task RecordAsync(SmartLogEntry entry, CancellationToken cancellationToken)
    {
        ThrowIfTold();
        Smart[(entry.JobId, entry.Stage, entry.Name)] = entry;
        return Task.CompletedTask;
    }

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

    public Task KeepAsync(string jobId, int stage, StageEvidence evidence, CancellationToken cancellationToken)
    {
        ThrowIfTold();
        if (EvidenceFailure is { } failure)
        {
            throw failure;
        }

        EvidenceBrought++;
        Evidence[(jobId, stage, evidence.Name)] = evidence.Text;
        return Task.CompletedTask;
    }

    /// <summary>What is known of other drives.</summary>
    public Surroundings Around { get; set; } = Surroundings.None;

    public Task<string?> ReadAsync(string jobId, int stage, string name, CancellationToken cancellationToken) =>
        Task.FromResult(Evidence.GetValueOrDefault((jobId, stage, name)));

    public Task<Surroundings> OfAsync(BurnInJob job, CancellationToken cancellationToken)
    {
        ThrowIfTold();
        return Task.FromResult(Around);
    }

    private void ThrowIfTold()
    {
        if (Failure is { } failure)
        {
            throw failure;
        }
    }
}
