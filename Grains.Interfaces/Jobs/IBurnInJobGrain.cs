using Orleans.Concurrency;

namespace Burnin.Grains.Interfaces.Jobs;

/// <summary>One burn-in of one drive. Key: <c>job:{ulid}</c>.</summary>
[GrainInterfaceType("burnin.job"), Alias("burnin.job")]
public interface IBurnInJobGrain : IGrainWithStringKey
{
    /// <summary>Stores the job as queued and lets it go. Safe to repeat: a job that exists stays as it is.</summary>
    [Alias("create")]
    Task CreateAsync(NewJob job);

    /// <summary>Null where there is no such job.</summary>
    [AlwaysInterleave, Alias("get")]
    Task<JobView?> GetAsync();

    /// <summary>Returns when the host has proved that nothing is left running, or when it could not.</summary>
    [Alias("cancel")]
    Task<CancelJobResult> CancelAsync(string by, CancellationToken cancellationToken = default);

    /// <summary>Ends a job that is being cancelled without the host's proof, where the host cannot give it. The slot comes back at once.</summary>
    /// <param name="by">Who takes that on themselves.</param>
    /// <param name="serial">Of the drive, as that person has typed it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    [Alias("give-up")]
    Task<GiveUpJobResult> GiveUpAsync(string by, string serial, CancellationToken cancellationToken = default);

    /// <summary>Returns when the host has proved that the run stands still, or when it could not. Stored before the host is told.</summary>
    [Alias("pause")]
    Task<PauseJobResult> PauseAsync(string by, CancellationToken cancellationToken = default);

    /// <summary>Lets a job that a person has paused go on.</summary>
    [Alias("resume")]
    Task<ResumeJobResult> ResumeAsync(string by, CancellationToken cancellationToken = default);

    /// <summary>What another policy makes of the stored evidence. The verdict itself never changes.</summary>
    /// <param name="policy">By name, or by name and version.</param>
    /// <param name="storedBy">Who wants it kept beside the verdict; null: it is only shown.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    [Alias("rejudge")]
    Task<RejudgeJobResult> RejudgeAsync(string policy, string? storedBy, CancellationToken cancellationToken = default);

    /// <summary>Takes the job up where it is not over: called at start, and on every change of the cluster.</summary>
    [Alias("ensure-running")]
    Task EnsureRunningAsync();

    /// <summary>The governor has a slot for the job: no need to wait for its next tick.</summary>
    [OneWay, Alias("lease-granted")]
    Task LeaseGrantedAsync();

    /// <summary>Called by the job's own watcher, off the grain, when it has seen something. An old epoch is dropped.</summary>
    [Alias("observe")]
    Task ObserveAsync(long epoch);
}
