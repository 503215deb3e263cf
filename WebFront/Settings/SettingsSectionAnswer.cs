namespace Burnin.WebFront.Settings;

internal sealed record SettingsSectionAnswer(string Name, string Title, string Help, IReadOnlyList<SettingAnswer> Settings);
