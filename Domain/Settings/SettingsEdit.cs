using System.Collections.Immutable;

namespace Burnin.Domain.Settings;

/// <summary>What a wish makes of the settings that are stored: the new values and what changed, or what is wrong.</summary>
public sealed record SettingsEdit
{
    /// <summary>By name, as the configuration keeps them; secrets sealed. Only what differs from the default.</summary>
    public required ImmutableSortedDictionary<string, string> Values { get; init; }

    /// <summary>For people and for the audit trail: no secret in it.</summary>
    public ImmutableArray<string> Changes { get; init; } = [];

    public ImmutableArray<SettingError> Errors { get; init; } = [];

    /// <param name="catalog">All settings there are.</param>
    /// <param name="stored">As in <see cref="Values"/>.</param>
    /// <param name="locks">By name, what the environment has fixed.</param>
    /// <param name="wished">By name, as people write it; null for the default again. What is not named stays.</param>
    /// <param name="seal">For secrets.</param>
    public static SettingsEdit Of(
        IReadOnlyList<Setting> catalog,
        ImmutableSortedDictionary<string, string> stored,
        IReadOnlyDictionary<string, SettingLock> locks,
        IEnumerable<KeyValuePair<string, string?>> wished,
        Func<string, string> seal)
    {
        var edit = new SettingsEdit { Values = stored };
        foreach (var (name, text) in wished)
        {
            edit = catalog.FirstOrDefault(setting => setting.Name == name) is not { } setting ? edit.With(name, "There is no setting of this name.")
                : locks.TryGetValue(name, out var locked) ? edit.WithLocked(setting, locked, text)
                : string.IsNullOrWhiteSpace(text) && (text is null || setting.Default is null) ? edit.Without(setting)
                : setting.Kind.Read(text) is { Problem: { } problem } ? edit.With(name, problem)
                : edit.With(setting, setting.Kind.Read(text).Configured!, seal);
        }

        return edit;
    }

    private SettingsEdit With(string name, string problem) => this with { Errors = Errors.Add(new SettingError(name, problem)) };

    /// <summary>A form sends all of its fields: saying again what is fixed is no attempt to change it.</summary>
    private SettingsEdit WithLocked(Setting setting, SettingLock locked, string? text) =>
        !setting.IsSecret && text is not null && (setting.Kind.Read(text).Configured == locked.Configured || text == setting.Kind.Show(locked.Configured))
            ? this
            : With(setting.Name, $"It is fixed by {locked.By}. Change it there.");

    private SettingsEdit Without(Setting setting) => !Values.ContainsKey(setting.Name) ? this : this with
    {
        Values = Values.Remove(setting.Name),
        Changes = Changes.Add(setting.IsSecret ? $"{setting.Name} cleared" : $"{setting.Name}: {Shown(setting)} → {Shown(setting, setting.Default)}"),
    };

    private SettingsEdit With(Setting setting, string configured, Func<string, string> seal) =>
        setting.IsSecret ? this with { Values = Values.SetItem(setting.Name, seal(configured)), Changes = Changes.Add($"{setting.Name} set") }
        : configured == setting.Default ? Without(setting)
        : Values.TryGetValue(setting.Name, out var known) && known == configured ? this
        : this with
        {
            Values = Values.SetItem(setting.Name, configured),
            Changes = Changes.Add($"{setting.Name}: {Shown(setting)} → {Shown(setting, configured)}"),
        };

    private string Shown(Setting setting) => Shown(setting, Values.GetValueOrDefault(setting.Name, setting.Default!));

    private static string Shown(Setting setting, string? configured) => configured is null ? "nothing" : setting.Kind.Show(configured);
}
