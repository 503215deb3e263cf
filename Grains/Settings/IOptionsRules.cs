using Microsoft.Extensions.Configuration;

namespace Burnin.Grains.Settings;

/// <summary>The rules of one kind of options, asked about a configuration that does not hold yet.</summary>
internal interface IOptionsRules
{
    /// <summary>Where the configuration has these options.</summary>
    string Key { get; }

    /// <summary>Each begins with the name of a property.</summary>
    IEnumerable<string> FailuresOf(IConfiguration candidate);
}
