using System.Collections.Immutable;
using Burnin.Domain.Jobs;
using Microsoft.Extensions.Logging;

namespace Burnin.Grains.Jobs;

internal sealed partial class JobKeeper
{
    private void LogHappened(BurnInJob job, ImmutableArray<JobEvent> events)
    {
        foreach (var happened in events)
        {
            switch (happened)
            {
                case JobEvent.EpochTaken taken:
                    LogTakenOver(logger, job.Id, taken.Epoch, job.Current?.Name);
                    break;
                case JobEvent.StageBegun begun:
                    LogStageBegun(logger, job.Id, job.Stages[begun.Index].Name, job.Target.Serial);
                    break;
                case JobEvent.StageEnded ended:
                    LogStageEnded(logger, job.Id, job.Stages[ended.Index].Name, ended.Result.State);
                    break;
                case JobEvent.RunLost lost:
                    LogRunLost(logger, job.Id, lost.Why);
                    break;
                case JobEvent.RunStuck stuck:
                    LogRunStuck(logger, job.Id, stuck.Why);
                    break;
                case JobEvent.RunHangs:
                    LogRunHangs(logger, job.Id, job.Target.Serial);
                    break;
                case JobEvent.PauseNoted noted:
                    LogPaused(logger, job.Id, noted.By);
                    break;
                case JobEvent.ResumeNoted noted:
                    LogResumed(logger, job.Id, noted.By);
                    break;
                case JobEvent.Ended ended:
                    LogEnded(logger, job.Id, ended.Verdict.Kind);
                    break;
                case JobEvent.GivenUp given:
                    LogGivenUp(logger, job.Id, given.Run.By, given.Why);
                    break;
                case JobEvent.ChoreDropped dropped:
                    LogDropped(logger, job.Id, dropped.Chore, dropped.Why);
                    break;
                case JobEvent.Cancelled:
                    LogCancelled(logger, job.Id, job.CancelledBy);
                    break;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Job {JobId}: {Stage} begun on {Serial}")]
    private static partial void LogStageBegun(ILogger logger, string jobId, StageName stage, string serial);

    [LoggerMessage(Level = LogLevel.Information, Message = "Job {JobId}: {Stage} {State}")]
    private static partial void LogStageEnded(ILogger logger, string jobId, StageName stage, StageState state);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {JobId}: its run was lost and is ordered again: {Why}")]
    private static partial void LogRunLost(ILogger logger, string jobId, string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {JobId}: its run is given up: {Why}")]
    private static partial void LogRunStuck(ILogger logger, string jobId, string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {JobId}: its run on {Serial} cannot be ended")]
    private static partial void LogRunHangs(ILogger logger, string jobId, string serial);

    [LoggerMessage(Level = LogLevel.Information, Message = "Job {JobId}: paused by {By}")]
    private static partial void LogPaused(ILogger logger, string jobId, string by);

    [LoggerMessage(Level = LogLevel.Information, Message = "Job {JobId}: resumed by {By}")]
    private static partial void LogResumed(ILogger logger, string jobId, string by);

    [LoggerMessage(Level = LogLevel.Information, Message = "Job {JobId}: ended, verdict {Verdict}")]
    private static partial void LogEnded(ILogger logger, string jobId, VerdictKind verdict);

    [LoggerMessage(Level = LogLevel.Information, Message = "Job {JobId}: cancelled by {By}")]
    private static partial void LogCancelled(ILogger logger, string jobId, string? by);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {JobId}: given up by {By} without the host's proof that nothing is left running: {Why}")]
    private static partial void LogGivenUp(ILogger logger, string jobId, string by, string? why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {JobId}: {Chore} is no longer tried: {Why}")]
    private static partial void LogDropped(ILogger logger, string jobId, JobChore chore, string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {JobId}: its drive could not be told; the next report will")]
    private static partial void LogNotReported(ILogger logger, Exception exception, string jobId);

    [LoggerMessage(Level = LogLevel.Information, Message = "Job {JobId}: taken over as epoch {Epoch}, at stage {Stage}")]
    private static partial void LogTakenOver(ILogger logger, string jobId, long epoch, StageName? stage);
}
