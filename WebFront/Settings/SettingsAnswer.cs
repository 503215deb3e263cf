using Burnin.Grains.Interfaces.Settings;

namespace Burnin.WebFront.Settings;

/// <summary>All settings as programs read them.</summary>
internal sealed record SettingsAnswer(long Version, DateTimeOffset? ChangedAt, string? ChangedBy, IReadOnlyList<SettingsSectionAnswer> Sections)
{
    public static SettingsAnswer Of(SettingsView view) => new(
        view.Version, view.ChangedAt, view.ChangedBy, [.. view.Sections.Select(section => new SettingsSectionAnswer(
            section.Name, section.Title, section.Help, [.. section.Settings.Select(SettingAnswer.Of)]))]);
}
