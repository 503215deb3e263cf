using System.Threading.Channels;
using Burnin.Domain.Jobs;
using Microsoft.Extensions.Logging;

namespace Burnin.Nas.Runs;

/// <summary>
/// One listener to one run. What was seen goes through a mailbox of one place, where the newest replaces what was not
/// heard yet: a slow listener hears less, in order, and delays nobody. Only an end is never replaced.
/// </summary>
internal sealed partial class RunWatch : IDisposable
{
    private readonly Channel<RunSnapshot> mailbox = Channel.CreateBounded<RunSnapshot>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    private readonly Func<RunSnapshot, Task> report;
    private readonly Action<RunWatch> left;
    private readonly ILogger logger;
    private RunSnapshot.Ended? ended;
    private int isLeft;
    private volatile bool isOver;

    public RunWatch(RunOrder order, Func<RunSnapshot, Task> report, Action<RunWatch> left, ILogger logger)
    {
        (Order, this.report, this.left, this.logger) = (order, report, left, logger);
        _ = Task.Run(DeliverAsync);
    }

    public RunOrder Order { get; }

    /// <summary>What the looks at the run need to remember, set by whoever looks.</summary>
    public object? Memory { get; set; }

    /// <summary>It needs no further look, whether or not the listener has heard of it.</summary>
    public bool HasEnded => Volatile.Read(ref ended) is not null;

    /// <summary>The end was heard: there is nothing left to say.</summary>
    public bool IsOver => isOver;

    public void Post(RunSnapshot snapshot)
    {
        if (snapshot is RunSnapshot.Ended end)
        {
            Interlocked.CompareExchange(ref ended, end, null);
        }

        // The first end stands: whatever is seen afterwards, by a look that was late, is older.
        mailbox.Writer.TryWrite(Volatile.Read(ref ended) ?? snapshot);
    }

    /// <summary>Says once more how the run ended: the listener may have failed to write it down.</summary>
    public void PostEndAgain()
    {
        if (Volatile.Read(ref ended) is { } end && !isOver)
        {
            mailbox.Writer.TryWrite(end);
        }
    }

    /// <summary>Says the last word. The listener still hears it, and nothing after it.</summary>
    public void Close(RunSnapshot last)
    {
        if (!isOver)
        {
            Post(last);
        }

        mailbox.Writer.TryComplete();
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref isLeft, 1) == 0)
        {
            mailbox.Writer.TryComplete();
            left(this);
        }
    }

    private async Task DeliverAsync()
    {
        await foreach (var snapshot in mailbox.Reader.ReadAllAsync())
        {
            if (isOver || Volatile.Read(ref isLeft) == 1)
            {
                return;
            }

            try
            {
                await report(snapshot);
                isOver = snapshot is RunSnapshot.Ended;
            }
#pragma warning disable CA1031 // The listener's trouble is not ours: it hears again at the next look.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                LogNotHeard(logger, Order.RunId, exception);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Run {RunId}: what was seen of it could not be passed on; it will be told again")]
    private static partial void LogNotHeard(ILogger logger, string runId, Exception exception);
}
