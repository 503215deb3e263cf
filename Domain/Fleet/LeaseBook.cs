using System.Collections.Immutable;

namespace Burnin.Domain.Fleet;

/// <summary>
/// Who runs and who waits, pure. Never more leases than the limit grants; first come, first served; asking twice changes
/// nothing. A lowered limit takes no lease away: it only grants none until enough have come back.
/// </summary>
public sealed record LeaseBook
{
    public int Limit { get; init; } = 2;

    public ImmutableArray<Lease> Leases { get; init; } = [];

    /// <summary>Job ids, first in line first.</summary>
    public ImmutableArray<string> Queue { get; init; } = [];

    public bool Holds(string jobId) => Leases.Any(lease => lease.JobId == jobId);

    /// <summary>1 is next; 0 is not waiting.</summary>
    public int PositionOf(string jobId) => Queue.IndexOf(jobId) + 1;

    public LeaseBook Request(string jobId, DateTimeOffset now) =>
        Holds(jobId) ? this : (Queue.Contains(jobId) ? this : this with { Queue = Queue.Add(jobId) }).Filled(now);

    public LeaseBook Release(string jobId, DateTimeOffset now) =>
        Holds(jobId) || Queue.Contains(jobId)
            ? (this with { Leases = Leases.RemoveAll(lease => lease.JobId == jobId), Queue = Queue.Remove(jobId) }).Filled(now)
            : this;

    public LeaseBook WithLimit(int limit, DateTimeOffset now) => limit == Limit ? this : (this with { Limit = limit }).Filled(now);

    private LeaseBook Filled(DateTimeOffset now)
    {
        var free = Math.Clamp(Limit - Leases.Length, 0, Queue.Length);
        return free == 0 ? this : this with
        {
            Leases = Leases.AddRange(Queue.Take(free).Select(jobId => new Lease(jobId, now))),
            Queue = Queue.RemoveRange(0, free),
        };
    }
}
