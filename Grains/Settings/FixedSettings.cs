using Burnin.Domain.Settings;
using Microsoft.Extensions.Configuration;

namespace Burnin.Grains.Settings;

/// <summary>What the environment, files and arguments say of the settings: it wins, so nobody can change it here.</summary>
internal sealed class FixedSettings(IConfiguration configuration)
{
    public IReadOnlyDictionary<string, SettingLock> Read() => SettingCatalog.All
        .Select(setting => (setting.Name, Lock: Of(setting)))
        .Where(known => known.Lock is not null)
        .ToDictionary(known => known.Name, known => known.Lock!, StringComparer.Ordinal);

    private SettingLock? Of(Setting setting) => ValueOf(setting) is not { } value ? null
        : new SettingLock(value, setting.Flat is { } flat && configuration[flat] is { Length: > 0 } ? flat : setting.Keys[0].Replace(":", "__", StringComparison.Ordinal));

    private string? ValueOf(Setting setting)
    {
        foreach (var source in ((IConfigurationRoot)configuration).Providers.Reverse().Where(source => source is not StoredSettingsSource))
        {
            if (source.TryGet(setting.Keys[0], out var value))
            {
                return value;
            }
        }

        return null;
    }
}
