using System.Collections.Immutable;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.Logging;

namespace Burnin.WebFront.Live;

/// <summary>
/// The connections of this process by what they watch. SignalR's own groups wait for every member, and keep without limit what
/// a member does not read as long as it pings; here nobody waits for anybody, and a message is written once for all.
/// </summary>
internal sealed class Viewers(ILogger<DefaultHubLifetimeManager<DashboardHub>> logger) : DefaultHubLifetimeManager<DashboardHub>(logger)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Viewer> viewers = new(StringComparer.Ordinal);
    private volatile ImmutableDictionary<string, ImmutableHashSet<Viewer>> groups =
        ImmutableDictionary.Create<string, ImmutableHashSet<Viewer>>(StringComparer.Ordinal);

    public override async Task OnConnectedAsync(HubConnectionContext connection)
    {
        lock (gate)
        {
            viewers.Add(connection.ConnectionId, new Viewer(connection));
        }

        await base.OnConnectedAsync(connection);
    }

    public override async Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        lock (gate)
        {
            if (viewers.Remove(connection.ConnectionId, out var viewer))
            {
                foreach (var group in viewer.Groups)
                {
                    Leave(viewer, group);
                }
            }
        }

        await base.OnDisconnectedAsync(connection);
    }

    public override Task AddToGroupAsync(string connectionId, string groupName, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            if (viewers.TryGetValue(connectionId, out var viewer) && viewer.Groups.Add(groupName))
            {
                groups = groups.SetItem(groupName, (groups.GetValueOrDefault(groupName) ?? []).Add(viewer));
            }
        }

        return Task.CompletedTask;
    }

    public override Task RemoveFromGroupAsync(string connectionId, string groupName, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            if (viewers.TryGetValue(connectionId, out var viewer) && viewer.Groups.Remove(groupName))
            {
                Leave(viewer, groupName);
            }
        }

        return Task.CompletedTask;
    }

    public override Task SendGroupAsync(string groupName, string methodName, object?[] args, CancellationToken cancellationToken = default)
    {
        if (groups.TryGetValue(groupName, out var members))
        {
            var message = new SerializedHubMessage(new InvocationMessage(methodName, args));
            foreach (var viewer in members)
            {
                viewer.Tell(groupName, message);
            }
        }

        return Task.CompletedTask;
    }

    private void Leave(Viewer viewer, string group)
    {
        var left = groups[group].Remove(viewer);
        groups = left.IsEmpty ? groups.Remove(group) : groups.SetItem(group, left);
    }
}
