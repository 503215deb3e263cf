using System.Collections.Immutable;
using Burnin.Domain.Nases;
using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Drives;
using Burnin.Grains.Interfaces.Nases;
using Burnin.Grains.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Burnin.Grains.Nases;

/// <summary>Polls one NAS and tells its drives and its feed what it saw. It decides nothing about a drive.</summary>
[GrainType("nas")]
internal sealed partial class NasGrain(
    [PersistentState("nas", StorageNames.Burnin)] IPersistentState<Stored<NasRecord>> stored,
    NasVault vault,
    INasConnector connector,
    AnswerLimit limit,
    HeatKeeper heat,
    IOptionsMonitor<BurnInOptions> options,
    TimeProvider clock,
    ILogger<NasGrain> logger) : Grain, INasGrain
{
    private readonly GrainRecord<NasRecord> _record = new(stored);
    private readonly OpenedNas _opened = new(vault);
    private NasSight _sight = new();
    private (TimeSpan Every, IGrainTimer Timer)? _polls;

    private string Name => GrainKeys.NameIn(this.GetPrimaryKeyString());

    public Task<NasSettings?> GetSettingsAsync() => Task.FromResult(_opened.Of(_record.Current.Settings));

    public Task<NasView?> GetAsync() => Task.FromResult(_record.Current.Settings is { } settings ? ViewOf(settings) : null);

    public Task EnsurePollingAsync()
    {
        var interval = options.CurrentValue.PollInterval;
        if (_record.Current.Settings is not null && _polls?.Every != interval)
        {
            _polls?.Timer.Dispose();
            _polls = (interval, this.RegisterGrainTimer(PollAsync, new GrainTimerCreationOptions(TimeSpan.Zero, interval) { KeepAlive = true }));
        }

        return Task.CompletedTask;
    }

    public async Task<ConfigureNasResult> AddAsync(NasSettings settings, CancellationToken cancellationToken = default)
    {
        if (_record.Current.Settings is not null)
        {
            return new ConfigureNasResult.Conflict($"There is a NAS \"{Name}\" already. Choose another name, or remove that one first.");
        }

        var (connection, invalid) = NasConnections.Of(Name, settings);
        if (connection is null)
        {
            return invalid!;
        }

        Inventory inventory;
        try
        {
            inventory = (await ReadInventoryAsync(connection, cancellationToken)).Whole();
        }
        catch (NasException exception)
        {
            await connector.CloseAsync(Name);
            return new ConfigureNasResult.Failed(exception.Fault.Word, exception.Message);
        }

        // From here on only the host that was just seen is this NAS.
        var pinned = settings.Ssh is { HostKey: null } ssh ? settings with { Ssh = ssh with { HostKey = inventory.HostKey } } : settings;
        await StoreAsync(pinned);
        await NoteAsync(inventory, cancellationToken);
        LogAdded(logger, Name, NasConnections.AddressOf(_record.Current.Settings!), inventory.Product);
        return new ConfigureNasResult.Accepted(ViewOf(_record.Current.Settings!));
    }

    public async Task ConfigureAsync(NasSettings settings)
    {
        if (NasConnections.Of(Name, settings).Invalid is { } invalid)
        {
            throw new ArgumentException($"NAS \"{Name}\": {invalid.Field}: {invalid.Reason}");
        }

        await StoreAsync(NasVault.WithKnownHostKey(settings, _record.Current.Settings));
    }

    public async Task<ConfigureNasResult> SetMaxParallelAsync(int maxParallel)
    {
        if (_opened.Of(_record.Current.Settings) is not { } settings)
        {
            return NoSuchNas();
        }

        var changed = settings with { MaxParallel = maxParallel };
        if (NasConnections.Of(Name, changed).Invalid is { } invalid)
        {
            return invalid;
        }

        await StoreAsync(changed);
        await PublishAsync();
        return new ConfigureNasResult.Accepted(ViewOf(_record.Current.Settings!));
    }

    public async Task<ConfigureNasResult> RemoveAsync()
    {
        if (_record.Current.Settings is not { } settings)
        {
            return NoSuchNas();
        }

        var governor = await GrainFactory.Governor(Name).GetAsync();
        if (governor.Holders.Length + governor.Waiting.Length is > 0 and var jobs)
        {
            return new ConfigureNasResult.Conflict($"{jobs} burn-ins run or wait on \"{Name}\". Cancel them, or let them end, first.");
        }

        var last = ViewOf(settings);
        _polls?.Timer.Dispose();
        await GrainFactory.Fleet().RemoveNasAsync(Name);
        await GrainFactory.Feed(Name).PublishAsync(last.Status, []);
        await _record.ClearAsync();
        await connector.CloseAsync(Name);
        DeactivateOnIdle();
        LogRemoved(logger, Name);
        return new ConfigureNasResult.Accepted(last);
    }

    private async Task StoreAsync(NasSettings settings)
    {
        await _record.UpdateAsync(record => record with { Settings = vault.Lock(settings) });
        await GrainFactory.Governor(Name).SetLimitAsync(settings.MaxParallel);
        await GrainFactory.Fleet().AddNasAsync(Name);
        await EnsurePollingAsync();
    }

    private async Task PollAsync(CancellationToken cancellationToken)
    {
        if (_record.Current.Settings is null)
        {
            return;
        }

        if (_sight is { SeenAt: null, Fault: null })
        {
            // What was known before the restart is shown at once, and called what it is: not seen yet.
            await PublishAsync();
        }

        try
        {
            await NoteAsync(await ReadInventoryAsync(NasConnections.Of(Name, _opened.Of(_record.Current.Settings)!).Connection!, cancellationToken), cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            var (fault, message) = exception is NasException known ? (known.Fault, known.Message) : (NasFault.UnexpectedAnswer, "Burnin failed on this poll; its log says more.");
            if (_sight.Fault != fault)
            {
                LogPollFailed(logger, exception, Name, fault);
            }

            _sight = _sight.After(fault, message);
            await PublishAsync();
        }
    }

    private Task<Inventory> ReadInventoryAsync(NasConnection connection, CancellationToken cancellationToken) =>
        limit.WithinAsync(Name, connector.Open(connection).ReadInventoryAsync, cancellationToken);

    /// <summary>Tells every drive what was seen of it, then the feed.</summary>
    private async Task NoteAsync(Inventory inventory, CancellationToken cancellationToken)
    {
        _sight = _sight.After(inventory, clock.GetUtcNow());
        var seen = await Task.WhenAll(inventory.Drives.DistinctBy(drive => drive.IdOn(Name)).Select(async drive =>
            await GrainFactory.Drive(drive.IdOn(Name).Value).SeenAsync(drive.SeenOn(Name))));
        var missing = await Task.WhenAll(_record.Current.Drives
            .Except(seen.Select(drive => drive.Id)).Select(id => GrainFactory.Drive(id).MissingAsync(Name)));
        var all = seen.Concat(missing.OfType<DriveView>()).ToImmutableArray();
        await _record.UpdateAsync(record => record.With([.. all.Select(drive => drive.Id).Order(StringComparer.Ordinal)], inventory.Product, inventory.HostKey), cancellationToken);
        await PublishAsync(all);
        await heat.NoteAsync(Name, seen, cancellationToken);
    }

    private async Task PublishAsync(ImmutableArray<DriveView>? drives = null)
    {
        drives ??= [.. (await Task.WhenAll(_record.Current.Drives.Select(id => GrainFactory.Drive(id).GetAsync())))
            .OfType<DriveView>().Where(drive => drive.Nas == Name)];
        var governor = await GrainFactory.Governor(Name).GetAsync();
        _sight = _sight with { Running = governor.Holders.Length, Queued = governor.Waiting.Length };
        await GrainFactory.Feed(Name).PublishAsync(StatusNow(), drives.Value);
    }

    private NasView ViewOf(SealedNas settings) => _sight.ToView(Name, settings, StatusNow());

    private ConfigureNasResult.Invalid NoSuchNas() => new("name", $"There is no NAS \"{Name}\".");

    private NasStatus StatusNow() => _sight.ToStatus(_record.Current, clock.GetUtcNow(), options.CurrentValue.StaleThreshold);
}
