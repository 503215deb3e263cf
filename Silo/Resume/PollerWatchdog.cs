using Burnin.Grains.Interfaces;

namespace Burnin.Silo.Resume;

/// <summary>
/// Sees to it that every NAS is polled, at the start and every minute for one whose grain was lost, and that somebody misses
/// the silent ones.
/// </summary>
internal sealed partial class PollerWatchdog(IGrainFactory grains, TimeProvider clock, ILogger<PollerWatchdog> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rounds = new PeriodicTimer(Period, clock);
        do
        {
            try
            {
                await Task.WhenAll([.. (await grains.Fleet().GetNasNamesAsync()).Select(name => grains.Nas(name).EnsurePollingAsync()), grains.Report().LookAsync()]);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(logger, exception);
            }
        }
        while (await rounds.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Not every NAS could be seen to; tried again in a minute")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
