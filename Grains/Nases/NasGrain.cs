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
    NasTrials trials,
    NasDrives drives,
    AnswerLimit limit,
    HeatKeeper heat,
    IOptionsMonitor<BurnInOptions> options,
    TimeProvider clock,
    ILogger<NasGrain> logger) : Grain, INasGrain
{
    private readonly GrainRecord<NasRecord> _record = new(stored);
    private readonly OpenedNas _opened = new(vault);
    private readonly NasPolls _polls = new();
    private NasSight _sight = new();

    private string Name => GrainKeys.NameIn(this.GetPrimaryKeyString());

    public Task<NasSettings?> GetSettingsAsync() => Task.FromResult(_opened.Of(_record.Current.Settings));

    public Task<NasView?> GetAsync() => Task.FromResult(_record.Current.Settings is { } settings ? ViewOf(settings) : null);

    public Task EnsurePollingAsync()
    {
        _polls.Ensure(this, _record.Current.Settings is { Paused: false } ? options.CurrentValue.PollInterval : null, PollAsync);
        return Task.CompletedTask;
    }

    public Task LookSoonAsync() => _polls.LookSoonAsync();

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => _polls.StopAsync();

    public async Task<ConfigureNasResult> AddAsync(NasSettings settings, CancellationToken cancellationToken = default)
    {
        if (_record.Current.Settings is not null)
        {
            return new ConfigureNasResult.Conflict($"There is a NAS \"{Name}\" already. Choose another name, or remove that one first.");
        }

        return await TryAndStoreAsync(settings, cancellationToken);
    }

    public async Task<ConfigureNasResult> ChangeAsync(NasChange change, CancellationToken cancellationToken = default)
    {
        if (_opened.Of(_record.Current.Settings) is not { } known)
        {
            return NoSuchNas();
        }

        var changed = change.AppliedTo(known);
        if (!changed.IsSamePlaceAs(known) && (await GrainFactory.Governor(Name).GetAsync()).WhyBusy(Name) is { } busy)
        {
            return busy;
        }

        if (!changed.IsReachedAs(known))
        {
            return await TryAndStoreAsync(changed, cancellationToken);
        }

        if (NasConnections.Of(Name, changed).Invalid is { } invalid)
        {
            return invalid;
        }

        await StoreAsync(changed);
        await PublishAsync();
        return new ConfigureNasResult.Accepted(ViewOf(_record.Current.Settings!));
    }

    public async Task<TryNasResult> TryAsync(NasChange change, CancellationToken cancellationToken = default) =>
        (await trials.RunAsync(Name, change.AppliedTo(_opened.Of(_record.Current.Settings) ?? new NasSettings { Kind = "auto" }), cancellationToken)).ToResult();

    public async Task ConfigureAsync(NasSettings settings)
    {
        if (NasConnections.Of(Name, settings).Invalid is { } invalid)
        {
            throw new ArgumentException($"NAS \"{Name}\": {invalid.Field}: {invalid.Reason}");
        }

        await StoreAsync(NasVault.WithWhatIsKnown(settings, _record.Current.Settings));
    }

    public async Task<ConfigureNasResult> RemoveAsync()
    {
        if (_record.Current.Settings is not { } settings)
        {
            return NoSuchNas();
        }

        if ((await GrainFactory.Governor(Name).GetAsync()).WhyBusy(Name) is { } busy)
        {
            return busy;
        }

        var last = ViewOf(settings);
        await _polls.StopAsync();
        await GrainFactory.Fleet().RemoveNasAsync(Name);
        await GrainFactory.Feed(Name).PublishAsync(last.Status, []);
        await _record.ClearAsync();
        await connector.CloseAsync(Name);
        DeactivateOnIdle();
        LogRemoved(logger, Name);
        return new ConfigureNasResult.Accepted(last);
    }

    private async Task<ConfigureNasResult> TryAndStoreAsync(NasSettings settings, CancellationToken cancellationToken)
    {
        var trial = (await trials.RunAsync(Name, settings, cancellationToken)).Whole();
        if (trial.Inventory is not { } seen)
        {
            return trial.Refusal!;
        }

        // From here on only the host that was just seen is this NAS.
        await StoreAsync(settings.Ssh is { HostKey: null } ssh ? settings with { Ssh = ssh with { HostKey = seen.HostKey } } : settings);
        await NoteAsync(seen, cancellationToken);
        LogStored(logger, Name, NasConnections.AddressOf(_record.Current.Settings!), seen.Product);
        return new ConfigureNasResult.Accepted(ViewOf(_record.Current.Settings!));
    }

    private async Task StoreAsync(NasSettings settings)
    {
        await _record.UpdateAsync(record => record with { Settings = vault.Lock(settings) });
        await GrainFactory.Governor(Name).SetLimitAsync(settings.Paused ? 0 : settings.MaxParallel);
        await GrainFactory.Fleet().AddNasAsync(Name);
        await EnsurePollingAsync();
    }

    private async Task PollAsync(CancellationToken cancellationToken)
    {
        if (_record.Current.Settings is not { Paused: false })
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
            var nas = connector.Open(NasConnections.Of(Name, _opened.Of(_record.Current.Settings)!).Connection!);
            _polls.HearFrom(nas, this.AsReference<INasGrain>());
            await NoteAsync(await limit.WithinAsync(Name, nas.ReadInventoryAsync, cancellationToken), cancellationToken);
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

    private async Task NoteAsync(Inventory inventory, CancellationToken cancellationToken)
    {
        _sight = _sight.After(inventory, clock.GetUtcNow());
        var (seen, all) = await drives.TellAsync(Name, inventory.Drives, _record.Current.Drives);
        await _record.UpdateAsync(record => record.With([.. all.Select(drive => drive.Id).Order(StringComparer.Ordinal)], inventory.Product, inventory.HostKey), cancellationToken);
        await Task.WhenAll(PublishAsync(all), heat.NoteAsync(Name, seen, cancellationToken));
    }

    private async Task PublishAsync(ImmutableArray<DriveView>? shown = null)
    {
        shown ??= await drives.ReadAsync(Name, _record.Current.Drives);
        var governor = await GrainFactory.Governor(Name).GetAsync();
        _sight = _sight with { Running = governor.Holders.Length, Queued = governor.Waiting.Length };
        await GrainFactory.Feed(Name).PublishAsync(StatusNow(), shown.Value);
    }

    private NasView ViewOf(SealedNas settings) => _sight.ToView(Name, settings, StatusNow());

    private ConfigureNasResult.Invalid NoSuchNas() => new("name", $"There is no NAS \"{Name}\".");

    private NasStatus StatusNow() => _sight.ToStatus(_record.Current, clock.GetUtcNow(), options.CurrentValue.StaleThreshold);
}
