using System.Diagnostics;
using Burnin.Domain.Jobs;
using Burnin.Domain.Nases;
using Burnin.Domain.Verdicts;
using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Fleet;
using Burnin.Grains.Messages;
using Burnin.Grains.Nases;
using Microsoft.Extensions.Logging;

namespace Burnin.Grains.Jobs;

/// <summary>Does what a job's state calls for, through the ports and the other grains, and tells what came of it.</summary>
internal sealed partial class JobStepRunner(
    IGrainFactory grains, NasOpener nases, ISurroundings surroundings, AnswerLimit limit, IEnumerable<IMessageChannel> channels, TimeProvider clock,
    ILogger<JobStepRunner> logger)
{
    private const string Fleet = "fleet";

    /// <returns>What the job has to be told. Trouble with the NAS is an answer as well.</returns>
    public async Task<JobInput> RunAsync(BurnInJob job, JobStep step, CancellationToken cancellationToken)
    {
        try
        {
            return await limit.WithinAsync(job.Nas, token => DoAsync(job, step, token), cancellationToken);
        }
        catch (NasException exception) when (exception.HostEpoch is { } epoch)
        {
            LogFenced(logger, job.Id, job.Epoch, epoch);
            return new JobInput.Fenced(epoch);
        }
        catch (NasException exception)
        {
            return step is JobStep.DoChore { Chore: var chore }
                ? new JobInput.ChoreFailed(chore, exception.Message)
                : new JobInput.NasTroubled(exception.Fault, exception.Message);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return Unforeseen(job, step, exception);
        }
    }

    /// <summary>What nobody foresaw is trouble to be shown and tried again, not a job that stands still without a word.</summary>
    private JobInput Unforeseen(BurnInJob job, JobStep step, Exception exception)
    {
        LogUnforeseen(logger, exception, job.Id, step.GetType().Name);
        return step is JobStep.DoChore { Chore: var chore }
            ? new JobInput.ChoreFailed(chore, exception.Message)
            : new JobInput.NasTroubled(NasFault.UnexpectedAnswer, "Burnin failed on this step and goes on trying; its log says more.");
    }

    public async Task<INas> NasOf(BurnInJob job) => (await nases.OpenAsync(job.Nas)).Nas;

    private async Task<JobInput> DoAsync(BurnInJob job, JobStep step, CancellationToken cancellationToken) => step switch
    {
        JobStep.AcquireLease => await AcquireAsync(job),
        JobStep.BeginStage => new JobInput.StageDue(),
        JobStep.Examine => await ExamineAsync(job, cancellationToken),
        JobStep.Launch launch => new JobInput.Launched(launch.Order.RunId, await (await NasOf(job)).EnsureStartedAsync(launch.Order, cancellationToken)),
        JobStep.LeaveQueue => await LeaveQueueAsync(job),
        JobStep.Hold hold => new JobInput.HoldAnswered(hold.Order.RunId, await (await NasOf(job)).HoldAsync(hold.Order, cancellationToken)),
        JobStep.Release release => await ReleaseAsync(job, release, cancellationToken),
        JobStep.Stop stop => await StopAsync(job, stop, cancellationToken),
        JobStep.DoChore chore => await DoAsync(job, chore.Chore, cancellationToken),
        _ => throw new UnreachableException(),
    };

    private async Task<JobInput> ExamineAsync(BurnInJob job, CancellationToken cancellationToken)
    {
        var examination = await (await NasOf(job)).ExamineAsync(job.Target, cancellationToken);
        return new JobInput.Examined(examination, job.Current?.Name == StageName.FinalCheck ? await SurroundingsOf(job, cancellationToken) : null);
    }

    /// <summary>A read model out of order keeps no verdict waiting: it can be judged again when it is back.</summary>
    private async Task<Surroundings> SurroundingsOf(BurnInJob job, CancellationToken cancellationToken)
    {
        try
        {
            return await surroundings.OfAsync(job, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogAlone(logger, exception, job.Id);
            return Surroundings.None;
        }
    }

    /// <summary>The slot of the NAS first: who waits there does not hold up the rest of the fleet.</summary>
    private async Task<JobInput> AcquireAsync(BurnInJob job)
    {
        var answer = await grains.Governor(job.Nas).AcquireAsync(job.Id);
        if (answer.Granted)
        {
            answer = await grains.Governor(Fleet).AcquireAsync(job.Id);
        }

        return new JobInput.LeaseAnswered(answer.Granted, answer.QueuePosition);
    }

    private async Task<JobInput> LeaveQueueAsync(BurnInJob job)
    {
        await GiveLeasesBackAsync(job);
        return new JobInput.QueueLeft();
    }

    private async Task GiveLeasesBackAsync(BurnInJob job)
    {
        await grains.Governor(Fleet).ReleaseAsync(job.Id);
        await grains.Governor(job.Nas).ReleaseAsync(job.Id);
    }

    private async Task<JobInput> ReleaseAsync(BurnInJob job, JobStep.Release release, CancellationToken cancellationToken)
    {
        await (await NasOf(job)).ReleaseAsync(release.Order, cancellationToken);
        return new JobInput.Released(release.Order.RunId);
    }

    private async Task<JobInput> StopAsync(BurnInJob job, JobStep.Stop stop, CancellationToken cancellationToken)
    {
        if (stop.Order is { } order)
        {
            await (await NasOf(job)).StopAsync(order, cancellationToken);
        }

        return new JobInput.Stopped();
    }

    private async Task<JobInput> DoAsync(BurnInJob job, JobChore chore, CancellationToken cancellationToken)
    {
        switch (chore)
        {
            case JobChore.ReleaseLease:
                await GiveLeasesBackAsync(job);
                break;
            case JobChore.TellDrive:
                var summary = job.ToSummary(JobRevision.Last, clock.GetUtcNow());
                await grains.Drive(job.DriveId).JobReportedAsync(summary);
                await grains.Feed(job.Nas).AlertAsync(new JobAlert
                {
                    JobId = job.Id,
                    DriveId = job.DriveId,
                    Nas = job.Nas,
                    Devname = job.DeviceName,
                    Serial = job.Target.Serial,
                    Model = job.Target.Model,
                    State = summary.State,
                    Verdict = summary.Verdict,
                    Headline = summary.Headline,
                });
                break;
            case JobChore.TellPeople:
                var ended = job.ToView(JobRevision.Last, clock.GetUtcNow());
                await Task.WhenAll(channels.Select(channel => grains.Notifier(channel.Name).JobEndedAsync(ended)));
                await grains.Report().JobEndedAsync(ended);
                break;
            case JobChore.EndRun:
                var left = job.GivenUp!;
                await (await NasOf(job)).StopAsync(job.OrderOf(left.Run, job.Stages[left.Stage]), cancellationToken);
                break;
            case JobChore.CleanHost:
                var nas = await NasOf(job);
                for (var index = 0; index < job.Stages.Length; index++)
                {
                    if (job.RunIds.FirstOrDefault(id => id == $"{job.Id}-{index}") is { } runId && job.Stages[index].StartedAt is { } begun)
                    {
                        await nas.CleanAsync(job.OrderOf(new JobRun { RunId = runId, OrderedAt = begun }, job.Stages[index]), cancellationToken);
                    }
                }

                break;
            default:
                throw new UnreachableException();
        }

        return new JobInput.ChoreDone(chore);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {JobId}: what is known of other drives could not be read; judged without it")]
    private static partial void LogAlone(ILogger logger, Exception exception, string jobId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {JobId}: the host refused epoch {Epoch}, since it has seen {HostEpoch}; the job goes above it")]
    private static partial void LogFenced(ILogger logger, string jobId, long epoch, long hostEpoch);

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {JobId}: {Step} failed in a way nobody foresaw; tried again at the next tick")]
    private static partial void LogUnforeseen(ILogger logger, Exception exception, string jobId, string step);
}
