using Microsoft.Extensions.Configuration;

namespace Burnin.Grains.Settings;

/// <summary>
/// What was set while the service ran, as the weakest source of the configuration: options that are read from it change
/// with it, and what the environment, a file or an argument says wins.
/// </summary>
public sealed class StoredSettingsSource : ConfigurationProvider, IConfigurationSource
{
    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    /// <param name="values">By key of the configuration.</param>
    internal void Take(IEnumerable<KeyValuePair<string, string?>> values)
    {
        Data = values.ToDictionary(StringComparer.OrdinalIgnoreCase);
        OnReload();
    }
}
