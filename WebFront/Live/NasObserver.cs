using Burnin.Grains.Interfaces.Fleet;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging;

namespace Burnin.WebFront.Live;

/// <summary>
/// Hears one NAS for all browsers of this process. What follows on what was heard is passed on as it is; where something is
/// missing, browsers are told to start anew at once, and not when the next change shows them the gap.
/// </summary>
internal sealed partial class NasObserver(
    string nas, IHubContext<DashboardHub, IDashboardClient> browsers, ILogger<NasObserver> logger) : INasObserver
{
    private readonly HeardFeed heard = new();

    public string Nas => nas;

    public Task ChangedAsync(NasDelta delta)
    {
        var how = heard.Hear(delta.Epoch, delta.From, delta.To);
        return how == Hearing.Next
            ? browsers.Clients.Group(DashboardGroups.Of(nas)).NasDelta(delta)
            : ResyncAsync(how, delta.Epoch, delta.To);
    }

    public Task AlertedAsync(JobAlert alert) => browsers.Clients.Group(DashboardGroups.Fleet).JobAlert(alert);

    /// <summary>Whether deltas from before this picture have not been heard, and may be on their way.</summary>
    public bool Lacks(NasPicture picture) => heard.Lacks(picture.Epoch, picture.Sequence);

    /// <summary>From this picture on nothing is missing.</summary>
    public Task StartFromAsync(NasPicture picture) =>
        ResyncAsync(heard.Hear(picture.Epoch, picture.Sequence, picture.Sequence), picture.Epoch, picture.Sequence);

    private Task ResyncAsync(Hearing how, long epoch, long sequence)
    {
        if (how == Hearing.Known)
        {
            return Task.CompletedTask;
        }

        // At the start of this process somebody may watch already, whose picture is from before it listened.
        if (how != Hearing.First)
        {
            LogMissed(logger, nas, how, epoch, sequence);
        }

        return browsers.Clients.Group(DashboardGroups.Of(nas)).Resync(new ResyncNotice(nas, ReasonOf(how)));
    }

    private static string ReasonOf(Hearing how) => how switch
    {
        Hearing.First => "first",
        Hearing.NewEpoch => "new_epoch",
        _ => "gap",
    };
}
