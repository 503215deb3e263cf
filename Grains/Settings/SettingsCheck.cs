using System.Collections.Immutable;
using Burnin.Domain.Settings;
using Microsoft.Extensions.Configuration;

namespace Burnin.Grains.Settings;

/// <summary>Whether settings that are each in their own range go together, and with what is fixed: asked of the options themselves.</summary>
internal sealed class SettingsCheck(FixedSettings fixedSettings, IEnumerable<IOptionsRules> rules)
{
    /// <param name="values">By name, as the configuration keeps them.</param>
    public ImmutableArray<SettingError> ErrorsOf(IEnumerable<KeyValuePair<string, string>> values)
    {
        var candidate = Candidate(values);
        return [.. rules.SelectMany(rule => rule.FailuresOf(candidate).Select(failure => new SettingError(NameOf(rule.Key, failure), failure)))];
    }

    /// <summary>The configuration as these values would make it, beside what is fixed.</summary>
    public IConfiguration Candidate(IEnumerable<KeyValuePair<string, string>> values)
    {
        var locks = fixedSettings.Read();
        var known = values.ToDictionary(StringComparer.Ordinal);
        return new ConfigurationBuilder()
            .AddInMemoryCollection(
                from setting in SettingCatalog.All
                let value = locks.GetValueOrDefault(setting.Name)?.Configured ?? known.GetValueOrDefault(setting.Name)
                where value is not null
                select KeyValuePair.Create(setting.Keys[0], (string?)value))
            .Build();
    }

    /// <summary>A failure begins with the property that it is about.</summary>
    private static string NameOf(string key, string failure) =>
        SettingCatalog.All.FirstOrDefault(setting => setting.Options == key && failure.StartsWith(setting.Property, StringComparison.Ordinal))?.Name ?? "";
}
