using System.Threading.Channels;
using Burnin.MockTrueNas.Api;
using Burnin.MockTrueNas.Boxes;

namespace Burnin.MockTrueNas.Sockets;

/// <summary>Brings to a connection what its subscriptions have to tell: after each change of the box, and each second.</summary>
internal sealed class FeedPump(SocketConnection connection, Box box, Session session)
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (string Name, IFeed? Feed)> _feeds = [];
    private readonly Channel<bool> _wakes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Each protocol has its own envelope: name and event, or the end of a subscription (id, name).</summary>
    public Func<string, FeedEvent, Task> Tell { get; set; } = (_, _) => Task.CompletedTask;

    public Func<string, string, Task> TellEnd { get; set; } = (_, _) => Task.CompletedTask;

    public void Add(string id, string name)
    {
        lock (_gate)
        {
            _feeds[id] = (name, Feeds.Of(name, box, session));
        }

        Wake();
    }

    public void Remove(string id)
    {
        lock (_gate)
        {
            _feeds.Remove(id);
        }
    }

    public async Task RunAsync()
    {
        box.Changed += Wake;
        await using var timer = box.Clock.CreateTimer(_ => Wake(), null, Period, Period);

        try
        {
            await foreach (var _ in _wakes.Reader.ReadAllAsync(connection.Ended))
            {
                await PumpAsync();
            }
        }
        catch (OperationCanceledException) when (connection.Ended.IsCancellationRequested)
        {
            // The connection is over, and with it whatever it wanted to hear.
        }
        finally
        {
            box.Changed -= Wake;
        }
    }

    private void Wake() => _wakes.Writer.TryWrite(true);

    private async Task PumpAsync()
    {
        List<(string Id, string Name, IFeed Feed)> feeds;

        lock (_gate)
        {
            feeds = [.. _feeds.Where(pair => pair.Value.Feed is not null).Select(pair => (pair.Key, pair.Value.Name, pair.Value.Feed!))];
        }

        if (feeds.Count == 0)
        {
            return;
        }

        var moment = box.Look();

        foreach (var (id, name, feed) in feeds)
        {
            foreach (var told in feed.Next(moment).ToList())
            {
                await Tell(name, told);
            }

            if (feed.IsOver)
            {
                Remove(id);
                await TellEnd(id, name);
            }
        }
    }
}
