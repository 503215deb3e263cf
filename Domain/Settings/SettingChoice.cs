namespace Burnin.Domain.Settings;

/// <param name="Value">On the wire.</param>
/// <param name="Word">For people.</param>
/// <param name="Configured">In the configuration.</param>
public sealed record SettingChoice(string Value, string Word, string Configured);
