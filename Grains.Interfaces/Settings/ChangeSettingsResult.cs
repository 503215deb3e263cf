using System.Collections.Immutable;

namespace Burnin.Grains.Interfaces.Settings;

/// <summary>What became of a wish to change settings. Nothing is stored unless all of it was accepted.</summary>
[GenerateSerializer, Immutable, Alias("burnin.change-settings-result")]
public abstract record ChangeSettingsResult
{
    private ChangeSettingsResult()
    {
    }

    /// <summary>Changes: in words, without secrets; empty where all was so already.</summary>
    [GenerateSerializer, Immutable, Alias("burnin.change-settings-result.changed")]
    public sealed record Changed([property: Id(0)] SettingsView Settings, [property: Id(1)] ImmutableArray<string> Changes) : ChangeSettingsResult;

    [GenerateSerializer, Immutable, Alias("burnin.change-settings-result.invalid")]
    public sealed record Invalid([property: Id(0)] ImmutableArray<SettingFault> Faults) : ChangeSettingsResult;

    /// <summary>Somebody else has changed them since they were looked at.</summary>
    [GenerateSerializer, Immutable, Alias("burnin.change-settings-result.conflict")]
    public sealed record Conflict([property: Id(0)] SettingsView Settings) : ChangeSettingsResult;
}
