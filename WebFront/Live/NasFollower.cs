using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Fleet;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Burnin.WebFront.Live;

/// <summary>
/// Keeps this process listening to every NAS: one observer each, renewed for as long as the NAS is in the fleet. A feed that
/// lost its activation knows no listener any more; the next renewal comes back to it, and sees by its epoch that browsers
/// have to start anew.
/// </summary>
internal sealed partial class NasFollower(
    IGrainFactory grains,
    IHubContext<DashboardHub, IDashboardClient> browsers,
    FleetChanges changes,
    IOptions<WebFrontOptions> options,
    TimeProvider clock,
    ILogger<NasFollower> logger,
    ILoggerFactory loggers) : BackgroundService
{
    /// <summary>How long a delta may be on its way before it counts as lost.</summary>
    private static readonly TimeSpan OnItsWay = TimeSpan.FromSeconds(1);

    /// <summary>After a failure, rather than the whole renewal period: while the cluster starts, every call fails.</summary>
    private static readonly TimeSpan SoonAgain = TimeSpan.FromMilliseconds(500);

    private readonly Dictionary<string, FollowedNas> followed = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The first look at the fleet announces nothing: to browsers that came earlier, everything is as they read it.
        var isFirst = true;
        while (!stoppingToken.IsCancellationRequested)
        {
            var isWell = await LookAsync(isFirst, stoppingToken);
            isFirst &= !isWell;
            try
            {
                await changes.WaitAsync(isWell ? options.Value.FleetPeriod : SoonAgain, clock, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task<bool> LookAsync(bool isFirst, CancellationToken stoppingToken)
    {
        try
        {
            var names = await grains.Fleet().GetNasNamesAsync();
            var isChanged = false;

            foreach (var gone in followed.Keys.Except(names).ToList())
            {
                await ForgetAsync(gone);
                isChanged = true;
            }

            foreach (var added in names.Except(followed.Keys).ToList())
            {
                var observer = new NasObserver(added, browsers, loggers.CreateLogger<NasObserver>());
                followed.Add(added, new FollowedNas(observer, grains.CreateObjectReference<INasObserver>(observer)));
                isChanged = true;
            }

            var isWell = (await Task.WhenAll(followed.Values.Select(nas => RenewIfDueAsync(nas, stoppingToken)))).All(well => well);

            // Last, so that whoever hears of a new NAS and watches it misses nothing.
            if (isChanged && !isFirst)
            {
                await browsers.Clients.Group(DashboardGroups.Fleet).FleetChanged(new FleetNotice());
            }

            return isWell;
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            LogFleetUnread(logger, failure);
            return false;
        }
        catch (Exception)
        {
            return false;
        }
    }

    private async Task<bool> RenewIfDueAsync(FollowedNas nas, CancellationToken stoppingToken)
    {
        if (nas.RenewedAt is { } renewed && clock.GetUtcNow() - renewed < options.Value.RenewalPeriod)
        {
            return true;
        }

        var observer = nas.Observer;
        try
        {
            var picture = await grains.Feed(observer.Nas).SubscribeAsync(nas.Reference);
            nas.RenewedAt = clock.GetUtcNow();

            if (observer.Lacks(picture))
            {
                await Task.Delay(OnItsWay, clock, stoppingToken);
            }

            await observer.StartFromAsync(picture);
            return true;
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            LogNotRenewed(logger, failure, observer.Nas);
            return false;
        }
    }

    private async Task ForgetAsync(string name)
    {
        followed.Remove(name, out var nas);
        try
        {
            await grains.Feed(name).UnsubscribeAsync(nas!.Reference);
        }
        catch (Exception failure)
        {
            // The subscription lapses by itself.
            LogNotUnsubscribed(logger, failure, name);
        }

        grains.DeleteObjectReference<INasObserver>(nas!.Reference);
    }
}
