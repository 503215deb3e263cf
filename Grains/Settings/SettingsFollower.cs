using System.Collections.Immutable;
using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Settings;
using Burnin.Grains.Messages;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Burnin.Grains.Settings;

/// <summary>Brings what was set into the configuration of this process: before it serves, and within a second of each change.</summary>
internal sealed partial class SettingsFollower(
    IGrainFactory grains,
    StoredSettingsSource source,
    SettingsCheck check,
    IOptionsMonitor<BurnInOptions> options,
    IEnumerable<IMessageChannel> channels,
    TimeProvider clock,
    ILogger<SettingsFollower> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    private long _version = -1;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await FollowAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rounds = new PeriodicTimer(Period, clock);
        while (await rounds.WaitForNextTickAsync(stoppingToken))
        {
            await FollowAsync(stoppingToken);
        }
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await grains.Settings().GetStoredAsync(_version) is { } settings)
            {
                source.Take(Pairs(settings));
                await ApplyAsync(options.CurrentValue);
                _version = settings.Version;
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotRead(logger, exception);
        }
    }

    /// <summary>For those who do not look at the options themselves, each time they need them.</summary>
    private async Task ApplyAsync(BurnInOptions now)
    {
        await grains.Governor("fleet").SetLimitAsync(now.MaxParallelFleet == 0 ? int.MaxValue : now.MaxParallelFleet);
        if (_version >= 0)
        {
            await Task.WhenAll((await grains.Fleet().GetNasNamesAsync()).Select(name => grains.Nas(name).EnsurePollingAsync()));
            await Task.WhenAll(channels.Select(channel => grains.Notifier(channel.Name).NudgeAsync()));
        }
    }

    /// <summary>What went together once may not go with an environment that was changed since: it must not stop everything.</summary>
    private IEnumerable<KeyValuePair<string, string?>> Pairs(StoredSettings settings)
    {
        var errors = check.ErrorsOf(settings.Values);
        foreach (var error in errors)
        {
            LogNotApplied(logger, error.Name, error.Reason);
        }

        var refused = SettingCatalog.All.Where(setting => errors.Any(error => error.Name == setting.Name)).Select(setting => setting.Options).ToImmutableHashSet();
        return from setting in SettingCatalog.All
               where !refused.Contains(setting.Options) && settings.Values.ContainsKey(setting.Name)
               from key in setting.Keys
               select KeyValuePair.Create(key, (string?)settings.Values[setting.Name]);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Settings: {Name} does not go with what the environment says, so none of its kind applies: {Reason}")]
    private static partial void LogNotApplied(ILogger logger, string name, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Settings: could not be read; those known before go on to hold, tried again in a second")]
    private static partial void LogNotRead(ILogger logger, Exception exception);
}
