namespace Burnin.Domain.Settings;

/// <param name="Name">Of the setting that cannot be so.</param>
/// <param name="Reason">What it must be.</param>
public sealed record SettingError(string Name, string Reason);
