using Orleans.Concurrency;

namespace Burnin.Grains.Interfaces.Fleet;

/// <summary>Who may run at once: leases, a queue, a limit. Keys: <c>governor:{nas}</c> and <c>governor:fleet</c>.</summary>
[GrainInterfaceType("burnin.governor"), Alias("burnin.governor")]
public interface IConcurrencyGovernorGrain : IGrainWithStringKey
{
    /// <summary>Asks for a slot, or confirms the one held. Safe to repeat; keeps the place in the queue.</summary>
    [Alias("acquire")]
    Task<LeaseAnswer> AcquireAsync(string jobId);

    /// <summary>Gives the slot, or the place in the queue, back. Safe to repeat.</summary>
    [Alias("release")]
    Task ReleaseAsync(string jobId);

    /// <summary>Takes effect at once; never takes a slot away from a job that runs.</summary>
    [Alias("set-limit")]
    Task SetLimitAsync(int limit);

    [AlwaysInterleave, Alias("get")]
    Task<GovernorView> GetAsync();
}
