using Burnin.Domain.Jobs;
using Burnin.Domain.Nases;
using Burnin.Grains.Interfaces.Jobs;
using Microsoft.Extensions.Logging;

namespace Burnin.Grains.Jobs;

/// <summary>Keeps at most one watch for a job: on the run in hand, under the epoch in force, on the NAS as it is now.</summary>
internal sealed class JobWatcher(ILogger logger)
{
    private JobWatch? _watch;

    /// <summary>Of the watch that goes on; null where none does.</summary>
    public long? Epoch => _watch?.Epoch;

    /// <summary>Asked at every tick: a NAS whose settings were changed is another one from then on.</summary>
    /// <returns>What keeps it from being watched; null when it is.</returns>
    public async Task<JobInput?> FollowAsync(Task<INas> opening, RunOrder order, IBurnInJobGrain job)
    {
        try
        {
            var nas = await opening;
            if (_watch?.IsOf(nas, order) != true)
            {
                Stop();
                _watch = new JobWatch(nas, order, job, logger);
            }

            return null;
        }
        catch (NasException exception)
        {
            return new JobInput.NasTroubled(exception.Fault, exception.Message);
        }
    }

    /// <summary>What was seen since the last call, oldest first, as the job is told it.</summary>
    public IEnumerable<JobInput> Take() => _watch is { } watch ? watch.Take().Select(seen => new JobInput.Observed(watch.RunId, seen)) : [];

    public void Stop()
    {
        _watch?.Dispose();
        _watch = null;
    }
}
