using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Burnin.WebFront.Live;

/// <summary>
/// One connection, with one write under way at most. What comes while its reader does not keep up waits, but not for ever and
/// not in any number: then it is thrown away, and the viewer is told to take a new snapshot once it reads again.
/// </summary>
internal sealed class Viewer(HubConnectionContext connection)
{
    private const int MostWaiting = 64;

    private readonly Lock gate = new();
    private readonly List<(string Group, SerializedHubMessage Message)> waiting = [];
    private readonly HashSet<string> behind = new(StringComparer.Ordinal);
    private bool isWriting;

    public HashSet<string> Groups { get; } = new(StringComparer.Ordinal);

    public void Tell(string group, SerializedHubMessage message)
    {
        lock (gate)
        {
            if (isWriting)
            {
                Postpone(group, message);
                return;
            }

            isWriting = true;
        }

        _ = WriteAsync(message);
    }

    private void Postpone(string group, SerializedHubMessage message)
    {
        if (behind.Contains(group))
        {
            return;
        }

        waiting.Add((group, message));
        if (waiting.Count <= MostWaiting)
        {
            return;
        }

        behind.UnionWith(waiting.Select(each => each.Group).Where(each => DashboardGroups.NasOf(each) is not null));
        waiting.RemoveAll(each => behind.Contains(each.Group));

        // What is told to all is nowhere else to be had; but of that, too, the oldest goes.
        waiting.RemoveRange(0, Math.Max(0, waiting.Count - MostWaiting));
    }

    /// <summary>SignalR throws nothing here: what fails ends the connection.</summary>
    private async Task WriteAsync(SerializedHubMessage message)
    {
        for (var next = message; next is not null; next = Next())
        {
            await connection.WriteAsync(next, CancellationToken.None);
        }
    }

    private SerializedHubMessage? Next()
    {
        lock (gate)
        {
            if (waiting is [var (_, message), ..])
            {
                waiting.RemoveAt(0);
                return message;
            }

            if (behind.FirstOrDefault() is { } group)
            {
                behind.Remove(group);
                return new SerializedHubMessage(new InvocationMessage(
                    nameof(IDashboardClient.Resync), [new ResyncNotice(DashboardGroups.NasOf(group)!, ResyncNotice.Slow)]));
            }

            isWriting = false;
            return null;
        }
    }
}
