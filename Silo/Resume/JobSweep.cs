using Burnin.Domain.Jobs;
using Burnin.Grains.Interfaces;

namespace Burnin.Silo.Resume;

/// <summary>
/// Takes every unfinished job up at the start, and again whenever the cluster has changed. The reminder of each job is
/// the net beneath.
/// </summary>
internal sealed partial class JobSweep(
    IGrainFactory grains, IClusterMembershipService membership, IJobLedger ledger, ILogger<JobSweep> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var last = long.MinValue;
        await foreach (var snapshot in membership.MembershipUpdates.WithCancellation(stoppingToken))
        {
            // The same version comes again about every second.
            if (snapshot.Version.Value > last)
            {
                last = snapshot.Version.Value;
                await SweepAsync(stoppingToken);
            }
        }
    }

    private async Task SweepAsync(CancellationToken stoppingToken)
    {
        try
        {
            var unfinished = await ledger.UnfinishedAsync(stoppingToken);
            if (!unfinished.IsEmpty)
            {
                LogSweep(logger, unfinished.Length);
            }

            await Parallel.ForEachAsync(unfinished, stoppingToken, async (jobId, _) => await TakeUpAsync(jobId));
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            LogSweepFailed(logger, exception);
        }
    }

    private async Task TakeUpAsync(string jobId)
    {
        try
        {
            await grains.Job(jobId).EnsureRunningAsync();
        }
        catch (Exception exception)
        {
            LogNotTakenUp(logger, exception, jobId);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Taking up {Count} unfinished jobs")]
    private static partial void LogSweep(ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "The unfinished jobs could not be listed; their reminders will take them up")]
    private static partial void LogSweepFailed(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {JobId}: not taken up; its reminder will try again")]
    private static partial void LogNotTakenUp(ILogger logger, Exception exception, string jobId);
}
