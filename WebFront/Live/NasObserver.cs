using Burnin.Grains.Interfaces.Fleet;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging;

namespace Burnin.WebFront.Live;

/// <summary>Hears one NAS for all browsers of this process, and passes on what it hears as it is.</summary>
internal sealed partial class NasObserver(
    string nas, IHubContext<DashboardHub, IDashboardClient> browsers, ILogger<NasObserver> logger) : INasObserver
{
    private readonly Lock gate = new();
    private (long Epoch, long Sequence)? heard;

    public string Nas => nas;

    public Task ChangedAsync(NasDelta delta)
    {
        lock (gate)
        {
            heard = (delta.Epoch, delta.To);
        }

        Send(browsers.Clients.Group(DashboardGroups.Of(nas)).NasDelta(delta));
        return Task.CompletedTask;
    }

    public Task AlertedAsync(JobAlert alert)
    {
        Send(browsers.Clients.Group(DashboardGroups.Fleet).JobAlert(alert));
        return Task.CompletedTask;
    }

    public void Resync(string reason) =>
        Send(browsers.Clients.Group(DashboardGroups.Of(nas)).Resync(new ResyncNotice(nas, reason)));

    /// <summary>Whether everything up to this picture was heard. What is not known yet counts as heard.</summary>
    public bool HasHeard(NasPicture picture)
    {
        lock (gate)
        {
            return heard is not { } last || (last.Epoch == picture.Epoch && last.Sequence >= picture.Sequence);
        }
    }

    public bool IsOfKnownEpoch(NasPicture picture)
    {
        lock (gate)
        {
            return heard is not { } last || last.Epoch == picture.Epoch;
        }
    }

    /// <summary>Counts all up to this picture as heard, unless more was heard meanwhile.</summary>
    public void StartFrom(NasPicture picture)
    {
        lock (gate)
        {
            if (heard is not { } last || last.Epoch != picture.Epoch || last.Sequence < picture.Sequence)
            {
                heard = (picture.Epoch, picture.Sequence);
            }
        }
    }

    // Not awaited: one browser whose connection is full must not hold back the others, nor the feed. SignalR ends a
    // connection that stays silent.
    private void Send(Task sending) =>
        sending.ContinueWith(
            failed => LogNotSent(logger, failed.Exception!, nas),
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
}
