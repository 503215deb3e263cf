using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Drives;
using Burnin.Grains.Interfaces.Fleet;
using Burnin.Grains.Interfaces.Nases;

namespace Burnin.WebFront.Tests.Fakes;

/// <summary>A feed that sends every change at once, and forgets its listeners and its count with its activation.</summary>
internal sealed class FakeFeedGrain(FakeWorld world, TimeProvider clock) : Grain, IFeedGrain
{
    private readonly HashSet<INasObserver> observers = [];
    private readonly Dictionary<string, DriveView> shown = new(StringComparer.Ordinal);
    private NasStatus? status;
    private long epoch;
    private long sequence;

    private string Nas => GrainKeys.NameIn(this.GetPrimaryKeyString());

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        epoch = world.NextEpoch();
        status = world.Nases.GetValueOrDefault(Nas)?.Status;
        foreach (var drive in world.DrivesOf(Nas))
        {
            shown[drive.Id] = drive;
        }

        return Task.CompletedTask;
    }

    public Task<NasPicture> GetPictureAsync() => Task.FromResult(new NasPicture
    {
        Nas = Nas,
        Epoch = epoch,
        Sequence = sequence,
        Status = status,
        Drives = [.. shown.Values.OrderBy(drive => drive.Devname, StringComparer.Ordinal)],
    });

    public Task<NasPicture> SubscribeAsync(INasObserver observer)
    {
        observers.Add(observer);
        world.Heard[Nas] = true;
        return GetPictureAsync();
    }

    public Task UnsubscribeAsync(INasObserver observer)
    {
        observers.Remove(observer);
        return Task.CompletedTask;
    }

    public Task PublishAsync(NasStatus status, ImmutableArray<DriveView> drives)
    {
        var here = drives.Select(drive => drive.Id).ToHashSet();
        var removed = shown.Keys.Where(id => !here.Contains(id)).ToImmutableArray();
        foreach (var id in removed)
        {
            shown.Remove(id);
        }

        var changes = drives.Select(Change).OfType<DriveDelta>().ToImmutableArray();
        var isNewStatus = this.status != status;
        this.status = status;
        return SendAsync(changes, removed, isNewStatus ? status : null);
    }

    public Task DriveChangedAsync(DriveView drive) =>
        shown.ContainsKey(drive.Id) && Change(drive) is { } change ? SendAsync([change], [], null) : Task.CompletedTask;

    public Task AlertAsync(JobAlert alert) => Task.WhenAll(observers.Select(observer => observer.AlertedAsync(alert)));

    private Task SendAsync(ImmutableArray<DriveDelta> drives, ImmutableArray<string> removed, NasStatus? news)
    {
        if (drives.IsEmpty && removed.IsEmpty && news is null)
        {
            return Task.CompletedTask;
        }

        var delta = new NasDelta
        {
            Nas = Nas,
            Epoch = epoch,
            From = sequence,
            To = ++sequence,
            At = clock.GetUtcNow(),
            Drives = drives,
            Removed = removed,
            Status = news,
        };
        IReadOnlyList<NasDelta> arriving = world.Ways.TryGetValue(Nas, out var way) ? way(delta) : [delta];
        return Task.WhenAll(arriving.SelectMany(each => observers.Select(observer => observer.ChangedAsync(each))));
    }

    private DriveDelta? Change(DriveView drive)
    {
        var now = JsonSerializer.SerializeToNode(drive, WireJson.Options)!.AsObject();
        var before = shown.TryGetValue(drive.Id, out var known) ? JsonSerializer.SerializeToNode(known, WireJson.Options)!.AsObject() : [];
        shown[drive.Id] = drive;

        var fields = new JsonObject(now
            .Where(field => !before.ContainsKey(field.Key) || !JsonNode.DeepEquals(field.Value, before[field.Key]))
            .Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone())));
        return fields.Count == 0 ? null : new DriveDelta(drive.Id, fields.ToJsonString());
    }
}
