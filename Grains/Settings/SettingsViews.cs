using Burnin.Domain.Settings;
using Burnin.Grains.Interfaces.Settings;

namespace Burnin.Grains.Settings;

/// <summary>Settings as the wire shows them.</summary>
internal static class SettingsViews
{
    public static SettingsView Of(SettingsRecord record, IReadOnlyDictionary<string, SettingLock> locks) => new()
    {
        Version = record.Version,
        ChangedAt = record.ChangedAt,
        ChangedBy = record.ChangedBy,
        Sections =
        [
            .. SettingCatalog.Sections.Select(section => new SettingsSectionView
            {
                Name = section.Name,
                Title = section.Title,
                Help = section.Help,
                Channel = section.Channel,
                Settings = [.. SettingCatalog.All.Where(setting => setting.Section == section.Name).Select(setting => ViewOf(setting, record, locks))],
            }),
        ],
    };

    private static SettingView ViewOf(Setting setting, SettingsRecord record, IReadOnlyDictionary<string, SettingLock> locks)
    {
        var locked = locks.GetValueOrDefault(setting.Name);
        var configured = locked?.Configured ?? record.Values.GetValueOrDefault(setting.Name) ?? setting.Default;
        var view = new SettingView
        {
            Name = setting.Name,
            Group = setting.Group,
            Label = setting.Label,
            Help = setting.Help,
            Kind = setting.Kind.Word,
            Value = setting.IsSecret || configured is null ? null : setting.Kind.Show(configured),
            Default = setting.Default is { } usual ? setting.Kind.Show(usual) : null,
            IsSet = setting.IsSecret ? configured is { Length: > 0 } : null,
            LockedBy = locked?.By,
        };
        return setting.Kind switch
        {
            SettingKind.Whole whole => view with { Unit = whole.Unit, Least = whole.Least, Most = whole.Most },
            SettingKind.Span span => view with { Unit = span.Unit, Least = span.Least / span.One, Most = span.Most / span.One },
            SettingKind.Choice choice => view with { Choices = [.. choice.Choices.Select(known => new SettingChoiceView(known.Value, known.Word))] },
            _ => view,
        };
    }
}
