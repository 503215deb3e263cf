using Burnin.Grains.Interfaces.Messages;
using Burnin.Grains.Interfaces.Settings;
using Burnin.WebFront.Updates;

namespace Burnin.WebFront.Pages.Settings;

/// <summary>One page of settings.</summary>
public sealed record SettingsModel
{
    public required SettingsView Settings { get; init; }

    public required SettingsSectionView Section { get; init; }

    /// <summary>The version that a change is meant for.</summary>
    public required long Version { get; init; }

    /// <summary>They were just saved.</summary>
    public bool IsSaved { get; init; }

    /// <summary>Somebody else has changed them since they were looked at.</summary>
    public bool IsConflict { get; init; }

    /// <summary>By name of the setting: what is wrong with what was typed.</summary>
    public IReadOnlyDictionary<string, string> Faults { get; init; } = new Dictionary<string, string>();

    /// <summary>By name: what was typed and is not stored yet. Never a secret.</summary>
    public IReadOnlyDictionary<string, string> Typed { get; init; } = new Dictionary<string, string>();

    public string Operator { get; init; } = "";

    /// <summary>How the channel of this page is doing; null on a page without one.</summary>
    public ChannelView? Channel { get; init; }

    /// <summary>What came of trying it with what was typed.</summary>
    public ChannelTestResult.Tried? Tested { get; init; }

    /// <summary>Whether there is a newer Burnin; null where nobody has asked.</summary>
    public UpdateAnswer? Update { get; init; }

    /// <summary>It was to be tried, and not saved.</summary>
    public bool IsTest { get; init; }
}
