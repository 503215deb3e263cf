using System.Collections.Immutable;

namespace Burnin.Grains.Interfaces.Settings;

/// <summary>What a wish would make of the settings. Nothing is stored.</summary>
[GenerateSerializer, Immutable, Alias("burnin.try-settings-result")]
public abstract record TrySettingsResult
{
    private TrySettingsResult()
    {
    }

    /// <summary>Secrets in clear: only for processes of the cluster.</summary>
    [GenerateSerializer, Immutable, Alias("burnin.try-settings-result.valid")]
    public sealed record Valid([property: Id(0)] StoredSettings Settings) : TrySettingsResult;

    [GenerateSerializer, Immutable, Alias("burnin.try-settings-result.invalid")]
    public sealed record Invalid([property: Id(0)] ImmutableArray<SettingFault> Faults) : TrySettingsResult;
}
