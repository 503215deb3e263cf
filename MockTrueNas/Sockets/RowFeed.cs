using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Boxes;

namespace Burnin.MockTrueNas.Sockets;

/// <summary>Rows that come, change and go: of what was there at the beginning nothing is told until it changes.</summary>
internal sealed class RowFeed(Func<BoxMoment, IEnumerable<(string Id, JsonNode Key, JsonObject Row)>> rows, bool tellsOfChanges, BoxMoment start) : IFeed
{
    private Dictionary<string, string> _told = rows(start).ToDictionary(row => row.Id, row => row.Row.ToJsonString());

    public bool IsOver => false;

    public IEnumerable<FeedEvent> Next(BoxMoment moment)
    {
        var now = rows(moment).ToDictionary(row => row.Id);
        var before = _told;
        _told = now.ToDictionary(pair => pair.Key, pair => pair.Value.Row.ToJsonString());

        foreach (var (id, (_, key, row)) in now)
        {
            if (!before.TryGetValue(id, out var old))
            {
                yield return new FeedEvent("added", key, row);
            }
            else if (tellsOfChanges && old != _told[id])
            {
                yield return new FeedEvent("changed", key, row);
            }
        }

        foreach (var id in before.Keys.Except(now.Keys))
        {
            yield return new FeedEvent("removed", id, null);
        }
    }
}
