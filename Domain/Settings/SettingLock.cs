namespace Burnin.Domain.Settings;

/// <summary>A setting that the environment, a file or an argument has fixed.</summary>
/// <param name="Configured">What it is there.</param>
/// <param name="By">The name of the variable.</param>
public sealed record SettingLock(string Configured, string By);
