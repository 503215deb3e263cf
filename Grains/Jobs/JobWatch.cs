using Burnin.Domain.Jobs;
using Burnin.Domain.Nases;
using Burnin.Grains.Interfaces.Jobs;
using Microsoft.Extensions.Logging;

namespace Burnin.Grains.Jobs;

/// <summary>
/// Stands between the pump, which runs on the thread pool, and the grain. What was seen waits here; the grain is only
/// told that something does. Progress that nobody has fetched yet is replaced, an end or a loss never is.
/// </summary>
internal sealed partial class JobWatch : IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<RunSnapshot> _seen = [];
    private readonly INas _nas;
    private readonly IBurnInJobGrain _job;
    private readonly ILogger _logger;
    private readonly IDisposable _subscription;

    public JobWatch(INas nas, RunOrder order, IBurnInJobGrain job, ILogger logger)
    {
        (_nas, _job, _logger, RunId, Epoch) = (nas, job, logger, order.RunId, order.Epoch);
        _subscription = nas.Watch(order, NoteAsync);
    }

    public string RunId { get; }

    public long Epoch { get; }

    public bool IsOf(INas nas, RunOrder order) => ReferenceEquals(nas, _nas) && RunId == order.RunId && Epoch == order.Epoch;

    /// <summary>What was seen since the last call, oldest first.</summary>
    public IReadOnlyList<RunSnapshot> Take()
    {
        lock (_gate)
        {
            var seen = _seen.ToArray();
            _seen.Clear();
            return seen;
        }
    }

    public void Dispose() => _subscription.Dispose();

    private async Task NoteAsync(RunSnapshot snapshot)
    {
        lock (_gate)
        {
            if (snapshot is RunSnapshot.Running && _seen is [.., RunSnapshot.Running])
            {
                _seen[^1] = snapshot;
            }
            else
            {
                _seen.Add(snapshot);
            }
        }

        try
        {
            await _job.ObserveAsync(Epoch);
        }
        catch (Exception exception)
        {
            // The grain is busy or moving. What was seen stays here, and its next tick fetches it.
            LogNotTold(_logger, exception, RunId);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Run {RunId}: the job could not be told; it looks by itself at its next tick")]
    private static partial void LogNotTold(ILogger logger, Exception exception, string runId);
}
