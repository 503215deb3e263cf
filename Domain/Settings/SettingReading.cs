namespace Burnin.Domain.Settings;

/// <summary>What came of reading a value that somebody wrote: the one or the other.</summary>
/// <param name="Configured">As the configuration keeps it.</param>
/// <param name="Problem">What it must be instead.</param>
public readonly record struct SettingReading(string? Configured, string? Problem);
