using Burnin.Domain.Fleet;
using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Fleet;
using Burnin.Grains.Storage;
using Microsoft.Extensions.Logging;

namespace Burnin.Grains.Fleet;

/// <summary>
/// Keeps the lease book. A lease is given back by the job that holds it; one whose job has ended without saying so is
/// found by asking the job, never by its age: a slot is neither leaked nor given twice.
/// </summary>
[GrainType("governor")]
internal sealed partial class ConcurrencyGovernorGrain(
    [PersistentState("governor", StorageNames.Burnin)] IPersistentState<Stored<GovernorRecord>> stored,
    TimeProvider clock,
    ILogger<ConcurrencyGovernorGrain> logger) : Grain, IConcurrencyGovernorGrain
{
    private static readonly TimeSpan ReconcilePeriod = TimeSpan.FromMinutes(1);

    private readonly GrainRecord<GovernorRecord> _record = new(stored);

    private string Name => GrainKeys.NameIn(this.GetPrimaryKeyString());

    private LeaseBook Book => _record.Current.Book;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        this.RegisterGrainTimer(ReconcileAsync, new GrainTimerCreationOptions(ReconcilePeriod, ReconcilePeriod));
        return Task.CompletedTask;
    }

    public async Task<LeaseAnswer> AcquireAsync(string jobId)
    {
        await ChangeAsync(book => book.Request(jobId, clock.GetUtcNow()), asking: jobId);
        return new LeaseAnswer(Book.Holds(jobId), Book.PositionOf(jobId));
    }

    public Task ReleaseAsync(string jobId) => ChangeAsync(book => book.Release(jobId, clock.GetUtcNow()));

    public Task SetLimitAsync(int limit) => ChangeAsync(book => book.WithLimit(limit, clock.GetUtcNow()));

    public Task<GovernorView> GetAsync() => Task.FromResult(new GovernorView
    {
        Limit = Book.Limit,
        Holders = [.. Book.Leases.Select(lease => lease.JobId)],
        Waiting = Book.Queue,
    });

    private async Task ChangeAsync(Func<LeaseBook, LeaseBook> change, string? asking = null)
    {
        var before = Book;
        await _record.UpdateAsync(record => change(record.Book) is var book && ReferenceEquals(book, record.Book) ? record : record with { Book = book });

        // Whoever was waiting and now holds a slot is told; should that be lost, it asks again by itself.
        foreach (var lease in Book.Leases.Where(lease => lease.JobId != asking && !before.Holds(lease.JobId)))
        {
            await GrainFactory.Job(lease.JobId).LeaseGrantedAsync();
        }
    }

    private async Task ReconcileAsync(CancellationToken cancellationToken)
    {
        foreach (var jobId in Book.Leases.Select(lease => lease.JobId).Concat(Book.Queue).ToList())
        {
            if (await GrainFactory.Job(jobId).GetAsync() is not { Summary.FinishedAt: null })
            {
                LogLeaseFound(logger, Name, jobId);
                await ReleaseAsync(jobId);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Governor {Name}: job {JobId} has ended without giving its slot back; taken back")]
    private static partial void LogLeaseFound(ILogger logger, string name, string jobId);
}
