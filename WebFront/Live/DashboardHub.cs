using Burnin.Grains.Interfaces;
using Microsoft.AspNetCore.SignalR;

namespace Burnin.WebFront.Live;

/// <summary>Browsers hear here, and act by REST.</summary>
public sealed class DashboardHub(IGrainFactory grains) : Hub<IDashboardClient>
{
    public const string Path = "/hubs/dashboard";

    private const int MostAtOnce = 1_000;

    public override Task OnConnectedAsync() => Groups.AddToGroupAsync(Context.ConnectionId, DashboardGroups.Fleet);

    /// <summary>
    /// From now on the deltas of these NAS boxes arrive. Where they stand is read after joining, so that a snapshot taken
    /// then leaves no hole. A name that is in no fleet is left out of the answer.
    /// </summary>
    public async Task<IReadOnlyList<WatchedNas>> Watch(IReadOnlyList<string> nas)
    {
        var known = (await grains.Fleet().GetNasNamesAsync()).Intersect(Bounded(nas)).ToList();
        await Task.WhenAll(known.Select(name => Groups.AddToGroupAsync(Context.ConnectionId, DashboardGroups.Of(name))));

        var pictures = await Task.WhenAll(known.Select(name => grains.Feed(name).GetPictureAsync()));
        return [.. known.Zip(pictures, (name, picture) => new WatchedNas(name, picture.Epoch, picture.Sequence))];
    }

    public Task Unwatch(IReadOnlyList<string> nas) =>
        Task.WhenAll(Bounded(nas).Select(name => Groups.RemoveFromGroupAsync(Context.ConnectionId, DashboardGroups.Of(name))));

    private static IReadOnlyList<string> Bounded(IReadOnlyList<string> nas) =>
        nas.Count <= MostAtOnce ? nas : throw new HubException($"At most {MostAtOnce} names at once.");
}
