using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Burnin.Grains.Settings;

internal sealed class OptionsRules<TOptions>(string key, IEnumerable<IValidateOptions<TOptions>> rules) : IOptionsRules
    where TOptions : class, new()
{
    public string Key => key;

    public IEnumerable<string> FailuresOf(IConfiguration candidate)
    {
        var options = candidate.GetSection(key).Get<TOptions>() ?? new TOptions();
        return rules.Select(rule => rule.Validate(Options.DefaultName, options)).Where(result => result.Failed).SelectMany(result => result.Failures!);
    }
}
