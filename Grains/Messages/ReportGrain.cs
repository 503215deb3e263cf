using System.Collections.Immutable;
using Burnin.Domain.Messages;
using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Fleet;
using Burnin.Grains.Interfaces.Jobs;
using Burnin.Grains.Interfaces.Messages;
using Burnin.Grains.Interfaces.Nases;
using Burnin.Grains.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Burnin.Grains.Messages;

/// <summary>
/// Looks around once a minute. What there is to tell is told before it is noted: a crash between the two tells it again, and
/// the notifier knows it.
/// </summary>
[GrainType("report")]
internal sealed partial class ReportGrain(
    [PersistentState("report", StorageNames.Burnin)] IPersistentState<Stored<ReportRecord>> stored,
    IEnumerable<IMessageChannel> channels,
    IOptionsMonitor<MailOptions> mail,
    IOptionsMonitor<BurnInOptions> options,
    IOptionsMonitor<WebhookOptions> webhook,
    IHeartbeat heartbeat,
    TimeProvider clock,
    ILogger<ReportGrain> logger) : Grain, IReportGrain
{
    /// <summary>That we run is not worth a write a minute.</summary>
    private static readonly TimeSpan AwakePeriod = TimeSpan.FromMinutes(5);

    private readonly GrainRecord<ReportRecord> _record = new(stored);
    private readonly DateTimeOffset _listeningSince = clock.GetUtcNow();

    public Task JobEndedAsync(JobView job) => _record.UpdateAsync(record => record.With(job.ToMessage()));

    public async Task LookAsync()
    {
        var now = clock.GetUtcNow();
        var pictures = await PicturesAsync();
        var nases = pictures.Select(SeenIn).ToImmutableArray();

        // Who was told to be left alone is silent by our own doing.
        var (watch, messages) = _record.Current.Watch.Look(now, [.. nases.Where(nas => nas.Health != "paused")], options.CurrentValue.SilentAfter);
        foreach (var message in messages)
        {
            await TellAsync(message);
        }

        var isNews = !messages.IsEmpty || !watch.Silent.SequenceEqual(_record.Current.Watch.Silent) || _record.Current.Watch.AwakeAt is not { } noted || now - noted >= AwakePeriod;
        await _record.UpdateAsync(record => isNews ? record with { Watch = watch } : record);
        await ReportAsync(now, pictures, nases);
        await BeatAsync();
    }

    /// <summary>Last, since it says that all is well.</summary>
    private async Task BeatAsync()
    {
        if (webhook.CurrentValue.HeartbeatUrl is { Length: > 0 } url && await heartbeat.BeatAsync(new Uri(url), CancellationToken.None) is { } why)
        {
            LogNotHeard(logger, why);
        }
    }

    private async Task ReportAsync(DateTimeOffset now, ImmutableArray<(NasView Nas, NasPicture Picture)> pictures, ImmutableArray<NasSeen> nases)
    {
        if (mail.CurrentValue is not { Report: true, ReportHour: var hour, Zone: var zone })
        {
            return;
        }

        if (_record.Current.LastDay is not { } last)
        {
            await _record.UpdateAsync(record => record with { LastDay = ReportHour.Begin(now, zone, hour) });
        }
        else if (ReportHour.Due(now, zone, hour, last) is { } day)
        {
            await TellAsync(DailyReports.Of(day, now, zone, _record.Current.Ended, [.. pictures.SelectMany(RunningIn)], nases));
            await _record.UpdateAsync(record => record with { LastDay = day, Ended = [] });
        }
    }

    private Task TellAsync(Message message) => Task.WhenAll(channels.Select(channel => GrainFactory.Notifier(channel.Name).TellAsync(message.ToNotice())));

    private async Task<ImmutableArray<(NasView Nas, NasPicture Picture)>> PicturesAsync()
    {
        var pictures = await Task.WhenAll((await GrainFactory.Fleet().GetNasNamesAsync()).Select(async name => (Nas: await GrainFactory.Nas(name).GetAsync(), Picture: await GrainFactory.Feed(name).GetPictureAsync())));

        // Null: removed since the names were read.
        return [.. from each in pictures where each.Nas is not null select (each.Nas, each.Picture)];
    }

    private NasSeen SeenIn((NasView Nas, NasPicture Picture) at) => new()
    {
        Name = at.Nas.Name,

        // Who was missed before a restart is not back because we listen anew.
        HeardAt = at.Nas.Status.SeenAt ?? _record.Current.Watch.Silent.GetValueOrDefault(at.Nas.Name, _listeningSince),
        IsPaused = at.Nas.Paused,
        Health = at.Nas.Status.Health,
        Trouble = at.Nas.Status.Message,
        Drives = at.Picture.Drives.Length,
        Running = at.Nas.Status.Running,
        Queued = at.Nas.Status.Queued,
    };

    private static IEnumerable<RunningJob> RunningIn((NasView Nas, NasPicture Picture) at) =>
        from drive in at.Picture.Drives
        let job = drive.Job
        where job is { State: "queued" or "running" or "paused" }
        select new RunningJob
        {
            Model = drive.Model,
            Serial = drive.Serial,
            Nas = drive.Nas,
            State = job.State,
            Stage = job.Stage,
            Percent = job.Percent,
            Eta = job.Eta,
        };

    [LoggerMessage(Level = LogLevel.Warning, Message = "Heartbeat was not heard: {Why}; tried again in a minute")]
    private static partial void LogNotHeard(ILogger logger, string why);
}
