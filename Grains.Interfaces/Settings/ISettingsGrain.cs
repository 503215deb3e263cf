using System.Collections.Immutable;
using Orleans.Concurrency;

namespace Burnin.Grains.Interfaces.Settings;

/// <summary>What can be set while the service runs. Key: <c>settings:burnin</c>. It calls no other grain.</summary>
[GrainInterfaceType("burnin.settings"), Alias("burnin.settings")]
public interface ISettingsGrain : IGrainWithStringKey
{
    [AlwaysInterleave, Alias("get")]
    Task<SettingsView> GetAsync();

    /// <summary>All of it or nothing.</summary>
    [Alias("change")]
    Task<ChangeSettingsResult> ChangeAsync(ChangeSettings wish);

    /// <summary>What a change would make of the settings, for who wants to try them first.</summary>
    /// <param name="values">As in <see cref="ChangeSettings.Values"/>.</param>
    [AlwaysInterleave, Alias("try")]
    Task<TrySettingsResult> TryAsync(ImmutableDictionary<string, string?> values);

    /// <summary>For the processes that live by it. Null where they know this version already.</summary>
    [AlwaysInterleave, Alias("stored")]
    Task<StoredSettings?> GetStoredAsync(long known);
}
