using System.Collections.Immutable;
using System.Text.Json;
using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Drives;
using Burnin.Grains.Interfaces.Fleet;
using Burnin.Grains.Interfaces.Nases;
using Microsoft.Extensions.Logging;
using Orleans.Utilities;

namespace Burnin.Grains.Fleet;

/// <summary>
/// The live picture of one NAS, in memory only: the drives have the truth, and publish it again after a restart. Changes
/// are gathered for a moment and sent as one delta; who misses one sees the gap in the sequence.
/// </summary>
[GrainType("feed")]
internal sealed class FeedGrain(TimeProvider clock, ILogger<FeedGrain> logger) : Grain, IFeedGrain
{
    private static readonly TimeSpan SubscriptionLifetime = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan GatherFor = TimeSpan.FromMilliseconds(100);

    private readonly ObserverManager<INasObserver> _observers = new(SubscriptionLifetime, logger);
    private readonly Dictionary<string, (DriveView View, JsonElement Json)> _drives = [];
    private readonly Dictionary<string, JsonElement?> _dirty = [];
    private readonly HashSet<string> _removed = [];
    private NasStatus? _status;
    private bool _isStatusDirty;
    private long _epoch;
    private long _sequence;
    private IGrainTimer? _flush;

    private string Nas => GrainKeys.NameIn(this.GetPrimaryKeyString());

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        // A new epoch says that the sequence began anew.
        _epoch = clock.GetUtcNow().ToUnixTimeMilliseconds();
        return Task.CompletedTask;
    }

    public Task<NasPicture> GetPictureAsync() => Task.FromResult(new NasPicture
    {
        Nas = Nas,
        Epoch = _epoch,
        Sequence = _sequence,
        Status = StatusNow(),
        Drives = [.. _drives.Values.Select(drive => drive.View).OrderBy(view => view.Devname.Length).ThenBy(view => view.Devname, StringComparer.Ordinal)],
    });

    public async Task<NasPicture> SubscribeAsync(INasObserver observer)
    {
        _observers.Subscribe(observer, observer);
        return await GetPictureAsync();
    }

    public Task UnsubscribeAsync(INasObserver observer)
    {
        _observers.Unsubscribe(observer);
        return Task.CompletedTask;
    }

    public Task PublishAsync(NasStatus status, ImmutableArray<DriveView> drives)
    {
        if (_status != status)
        {
            _status = status;
            _isStatusDirty = true;
            FlushSoon();
        }

        foreach (var gone in _drives.Keys.Except(drives.Select(drive => drive.Id)).ToList())
        {
            _drives.Remove(gone);
            _dirty.Remove(gone);
            _removed.Add(gone);
            FlushSoon();
        }

        foreach (var drive in drives)
        {
            Note(drive);
        }

        return Task.CompletedTask;
    }

    public Task DriveChangedAsync(DriveView drive)
    {
        if (_drives.ContainsKey(drive.Id))
        {
            Note(drive);
        }

        return Task.CompletedTask;
    }

    public Task AlertAsync(JobAlert alert) => _observers.Notify(observer => observer.AlertedAsync(alert));

    /// <summary>Keeps the drive, and what it was when it was last sent: that is what the next delta is against.</summary>
    private void Note(DriveView drive)
    {
        var json = JsonSerializer.SerializeToElement(drive, WireJson.Options);
        if (_drives.TryGetValue(drive.Id, out var known))
        {
            if (JsonElement.DeepEquals(known.Json, json))
            {
                return;
            }

            _dirty.TryAdd(drive.Id, known.Json);
        }
        else
        {
            _dirty.TryAdd(drive.Id, null);
            _removed.Remove(drive.Id);
        }

        _isStatusDirty |= known.View?.Status != drive.Status;
        _drives[drive.Id] = (drive, json);
        FlushSoon();
    }

    /// <summary>The NAS counts at its polls; here what runs and waits is known at every moment.</summary>
    private NasStatus? StatusNow() => _status is null ? null : _status with
    {
        // A paused job keeps its slot, unless it was paused in the queue.
        Running = _drives.Values.Count(drive => drive.View.Status == "running" || drive.View is { Status: "paused", Job.StartedAt: not null }),
        Queued = _drives.Values.Count(drive => drive.View.Status == "queued"),
    };

    private void FlushSoon() =>
        _flush ??= this.RegisterGrainTimer(FlushAsync, new GrainTimerCreationOptions(GatherFor, Timeout.InfiniteTimeSpan));

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        _flush?.Dispose();
        _flush = null;

        var deltas = _dirty
            .Select(dirty => new DriveDelta(dirty.Key, JsonFields.Changed(dirty.Value, _drives[dirty.Key].Json)))
            .Where(delta => delta.FieldsJson != JsonFields.None)
            .ToImmutableArray();
        var delta = new NasDelta
        {
            Nas = Nas,
            Epoch = _epoch,
            From = _sequence,
            To = _sequence + 1,
            At = clock.GetUtcNow(),
            Drives = deltas,
            Removed = [.. _removed],
            Status = _isStatusDirty ? StatusNow() : null,
        };
        _dirty.Clear();
        _removed.Clear();
        _isStatusDirty = false;
        if (delta is { Drives.IsEmpty: true, Removed.IsEmpty: true, Status: null })
        {
            return;
        }

        _sequence = delta.To;
        await _observers.Notify(observer => observer.ChangedAsync(delta));
    }
}
