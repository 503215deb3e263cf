using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.SelfTests;

namespace Burnin.MockTrueNas.Sockets;

/// <summary>
/// <c>smart.test.progress:sda</c> (22.12 to 25.04): how far a test is, told each time the product looks, which is at each percent
/// of the time it expects, and not more often than every ten seconds; then null, and no more.
/// </summary>
internal sealed class ProgressFeed(string disk) : IFeed
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan WhenOverdue = TimeSpan.FromSeconds(60);

    private DateTimeOffset? _nextAt;

    public bool IsOver { get; private set; }

    public IEnumerable<FeedEvent> Next(BoxMoment moment)
    {
        if (IsOver || moment.Now < _nextAt)
        {
            yield break;
        }

        var progress = moment.Find(disk) is { } drive ? CurrentTest.ProgressOf(drive, moment) : null;
        var test = moment.Find(disk)?.LastTest;
        var interval = test is null || moment.Now > test.StartedAt + test.Length ? WhenOverdue : Max(test.Length * moment.SpeedUp / 100, Shortest);
        _nextAt = moment.Now + (interval / moment.SpeedUp);
        IsOver = progress is null;

        yield return new FeedEvent("added", null, new JsonObject { ["progress"] = progress });
    }

    private static TimeSpan Max(TimeSpan left, TimeSpan right) => left > right ? left : right;
}
