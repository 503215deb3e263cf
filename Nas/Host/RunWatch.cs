using System.Threading.Channels;
using Burnin.Domain.Jobs;
using Microsoft.Extensions.Logging;

namespace Burnin.Nas.Host;

/// <summary>
/// One listener to one run. What was seen goes through a mailbox of one place, where the newest replaces what was not
/// heard yet: a slow listener hears less, in order, and delays nobody.
/// </summary>
internal sealed partial class RunWatch : IDisposable
{
    private readonly Channel<RunSnapshot> mailbox = Channel.CreateBounded<RunSnapshot>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    private readonly Func<RunSnapshot, Task> report;
    private readonly Action<RunWatch> left;
    private readonly ILogger logger;
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

    /// <summary>The end was heard: no need to look again.</summary>
    public bool IsOver => isOver;

    public void Post(RunSnapshot snapshot) => mailbox.Writer.TryWrite(snapshot);

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
            if (Volatile.Read(ref isLeft) == 1)
            {
                return;
            }

            try
            {
                await report(snapshot);
                isOver |= snapshot is RunSnapshot.Ended;
            }
#pragma warning disable CA1031 // The listener's trouble is not ours: it hears again at the next look.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                LogNotHeard(logger, Order.RunId, exception);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Run {RunId}: what was seen of it could not be passed on")]
    private static partial void LogNotHeard(ILogger logger, string runId, Exception exception);
}
