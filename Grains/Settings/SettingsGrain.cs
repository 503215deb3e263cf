using System.Collections.Immutable;
using Burnin.Domain.Nases;
using Burnin.Domain.Settings;
using Burnin.Grains.Interfaces.Settings;
using Burnin.Grains.Storage;
using Microsoft.Extensions.Logging;

namespace Burnin.Grains.Settings;

/// <summary>Keeps what was set while the service runs. Every process follows it by its version.</summary>
[GrainType("settings")]
internal sealed partial class SettingsGrain(
    [PersistentState("settings", StorageNames.Burnin)] IPersistentState<Stored<SettingsRecord>> stored,
    FixedSettings fixedSettings,
    SettingsCheck check,
    ISecretSeal seal,
    TimeProvider clock,
    ILogger<SettingsGrain> logger) : Grain, ISettingsGrain
{
    private readonly GrainRecord<SettingsRecord> _record = new(stored);

    public Task<SettingsView> GetAsync() => Task.FromResult(View());

    public async Task<ChangeSettingsResult> ChangeAsync(ChangeSettings wish)
    {
        if (wish.ExpectedVersion is { } expected && expected != _record.Current.Version)
        {
            return new ChangeSettingsResult.Conflict(View());
        }

        var edit = EditOf(wish.Values);
        if (FaultsOf(edit) is { IsEmpty: false } faults)
        {
            return new ChangeSettingsResult.Invalid(faults);
        }

        if (!edit.Changes.IsEmpty)
        {
            await _record.UpdateAsync(record => new SettingsRecord
            {
                Version = record.Version + 1,
                Values = edit.Values,
                ChangedBy = wish.By,
                ChangedAt = clock.GetUtcNow(),
            });
            LogChanged(logger, wish.By, _record.Current.Version, string.Join("; ", edit.Changes));
        }

        return new ChangeSettingsResult.Changed(View(), edit.Changes);
    }

    public Task<TrySettingsResult> TryAsync(ImmutableDictionary<string, string?> values)
    {
        var edit = EditOf(values);
        return Task.FromResult<TrySettingsResult>(FaultsOf(edit) is { IsEmpty: false } faults
            ? new TrySettingsResult.Invalid(faults)
            : new TrySettingsResult.Valid(new StoredSettings { Version = _record.Current.Version, Values = Opened(edit.Values) }));
    }

    public Task<StoredSettings?> GetStoredAsync(long known) => Task.FromResult(known == _record.Current.Version ? null : new StoredSettings
    {
        Version = _record.Current.Version,
        Values = Opened(_record.Current.Values),
    });

    private SettingsEdit EditOf(IEnumerable<KeyValuePair<string, string?>> wished) =>
        SettingsEdit.Of(SettingCatalog.All, _record.Current.Values, fixedSettings.Read(), wished, seal.Seal);

    private ImmutableArray<SettingFault> FaultsOf(SettingsEdit edit) =>
        [.. (edit.Errors.IsEmpty ? check.ErrorsOf(Opened(edit.Values)) : edit.Errors).Select(error => new SettingFault(error.Name, error.Reason))];

    private SettingsView View() => SettingsViews.Of(_record.Current, fixedSettings.Read());

    /// <summary>Only what this version knows: a newer one may have stored more.</summary>
    private ImmutableDictionary<string, string> Opened(ImmutableSortedDictionary<string, string> values) => SettingCatalog.All
        .Where(setting => values.ContainsKey(setting.Name))
        .ToImmutableDictionary(setting => setting.Name, setting => setting.IsSecret ? seal.Open(values[setting.Name]) : values[setting.Name]);

    [LoggerMessage(Level = LogLevel.Information, Message = "Settings changed by {By}, now version {Version}: {Changes}")]
    private static partial void LogChanged(ILogger logger, string by, long version, string changes);
}
