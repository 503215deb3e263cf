namespace Burnin.Grains.Interfaces.Settings;

[GenerateSerializer, Immutable, Alias("burnin.setting-choice-view")]
public sealed record SettingChoiceView([property: Id(0)] string Value, [property: Id(1)] string Word);
