namespace Burnin.Grains.Interfaces.Settings;

/// <summary>A setting that cannot be as it was wished, and what it must be.</summary>
[GenerateSerializer, Immutable, Alias("burnin.setting-fault")]
public sealed record SettingFault([property: Id(0)] string Name, [property: Id(1)] string Reason);
