using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Burnin.Grains.Settings;

public static class SettingsServices
{
    /// <summary>Lets this process live by the settings that are stored. After Orleans, so that the silo answers when it begins.</summary>
    public static IServiceCollection AddStoredSettings(this IServiceCollection services, IConfigurationBuilder configuration)
    {
        var source = new StoredSettingsSource();
        configuration.Sources.Insert(0, source);
        services.AddSingleton(source);
        services.AddHostedService<SettingsFollower>();
        return services;
    }

    /// <summary>Options that are bound, checked at the start, and checked again whenever somebody wants to set them.</summary>
    internal static IServiceCollection AddSettableOptions<TOptions, TValidator>(this IServiceCollection services, string key)
        where TOptions : class, new()
        where TValidator : class, IValidateOptions<TOptions>
    {
        services.AddOptions<TOptions>()
            .BindConfiguration(key, binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<TOptions>, TValidator>();
        services.AddSingleton<IOptionsRules>(provider => new OptionsRules<TOptions>(key, provider.GetServices<IValidateOptions<TOptions>>()));
        return services;
    }
}
