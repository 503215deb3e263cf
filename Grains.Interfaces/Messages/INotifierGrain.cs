using System.Collections.Immutable;
using Burnin.Grains.Interfaces.Jobs;
using Orleans.Concurrency;

namespace Burnin.Grains.Interfaces.Messages;

/// <summary>Tells people what happened, on one channel. Keys: <c>notifier:mail</c>, <c>notifier:webhook</c>.</summary>
[GrainInterfaceType("burnin.notifier"), Alias("burnin.notifier")]
public interface INotifierGrain : IGrainWithStringKey
{
    /// <summary>Once this has answered it is told at least once, whatever is killed; the same job is not taken twice.</summary>
    [Alias("job-ended")]
    Task JobEndedAsync(JobView job);

    /// <summary>The same for what is about no burn-in.</summary>
    [Alias("tell")]
    Task TellAsync(Notice notice);

    /// <summary>Tries the channel with settings that are not saved: what is not named is as it is.</summary>
    [AlwaysInterleave, Alias("test")]
    Task<ChannelTestResult> TestAsync(ImmutableDictionary<string, string?> values, bool sends);

    /// <summary>The settings have changed: what failed before may work now.</summary>
    [Alias("nudge")]
    Task NudgeAsync();

    [AlwaysInterleave, Alias("get")]
    Task<ChannelView> GetAsync();
}
