using System.Collections.Immutable;
using System.Diagnostics;

namespace Burnin.Domain.Jobs;

/// <summary>What a job is after an event. No rule is here: an event is a fact, and facts are not refused.</summary>
internal static class JobTransitions
{
    public static BurnInJob Apply(BurnInJob job, JobEvent happened) => happened switch
    {
        JobEvent.EpochTaken taken => job with { Epoch = taken.Epoch },
        JobEvent.LeaseGranted granted => job with { Phase = JobPhase.Running, StartedAt = granted.At, QueuePosition = null, Trouble = null },
        JobEvent.Waiting waiting => job with { QueuePosition = waiting.QueuePosition },
        JobEvent.StageBegun begun => Begin(job, begun),
        JobEvent.BaselineTaken taken => job with { Baseline = taken.Smart with { Raw = null } },
        JobEvent.RunConfirmed confirmed => job with { Run = job.Run! with { Confirmed = true, Handle = confirmed.Handle }, Trouble = null },
        JobEvent.Progressed progressed => WithCurrent(job, stage => stage with { Percent = progressed.Progress.Percent }) with
        {
            Progress = progressed.Progress,
            Trouble = null,
        },
        JobEvent.RunLost lost => Lose(job, lost),
        JobEvent.StageEnded ended => End(job, ended),
        JobEvent.Troubled troubled => job with { Trouble = troubled.Why },
        JobEvent.CancelNoted noted => job with { CancelledBy = noted.By },
        JobEvent.Ended ended => job with { Phase = JobPhase.Finished, Verdict = ended.Verdict, Chores = ended.Chores, FinishedAt = ended.At, Trouble = null },
        JobEvent.Cancelled cancelled => Cancel(job, cancelled),
        JobEvent.ChoreDone done => job with { Chores = job.Chores.Remove(done.Chore), Trouble = null },
        _ => throw new UnreachableException(),
    };

    private static BurnInJob Begin(BurnInJob job, JobEvent.StageBegun begun) =>
        WithStage(job, begun.Index, stage => stage with { State = StageState.Running, StartedAt = begun.At, Attempts = 1 }) with
        {
            Run = begun.RunId is { } id ? new JobRun { RunId = id, OrderedAt = begun.At } : null,
            RunIds = begun.RunId is { } ran ? job.RunIds.Add(ran) : job.RunIds,
            Progress = null,
            Trouble = null,
        };

    private static BurnInJob Lose(BurnInJob job, JobEvent.RunLost lost) =>
        WithCurrent(job, stage => stage with { Attempts = stage.Attempts + 1 }) with
        {
            Run = job.Run! with
            {
                Confirmed = false,
                Handle = null,
                FruitlessLosses = lost.Fruitless ? job.Run.FruitlessLosses + 1 : 1,
                // The furthest ever: measured from the last loss, a run that swings between 50 and 60 gets further for ever.
                PercentWhenLost = Math.Max(job.Run.PercentWhenLost, job.Current!.Percent),
            },
            Trouble = lost.Why,
        };

    private static BurnInJob End(BurnInJob job, JobEvent.StageEnded ended)
    {
        var stages = job.Stages.SetItem(ended.Index, job.Stages[ended.Index] with
        {
            State = ended.Result.State,
            Percent = ended.Result.State == StageState.Passed ? 100 : job.Stages[ended.Index].Percent,
            FinishedAt = ended.At,
            Result = ended.Result,
        });
        return job with { Stages = Skipped(stages, ended.Index), Run = null, Progress = null, Trouble = null };
    }

    /// <summary>
    /// A drive that did not pass the precheck is left alone. One that failed later is looked at once more at the end, for
    /// the evidence. A stage that could not be judged does not keep the others from being run.
    /// </summary>
    private static ImmutableArray<JobStage> Skipped(ImmutableArray<JobStage> stages, int ended)
    {
        var stage = stages[ended];
        var all = stage.Name == StageName.Precheck && stage.State != StageState.Passed;
        var tests = stage.State == StageState.Failed;
        return [.. stages.Select(other =>
            other.State == StageState.Pending && (all || (tests && other.Name != StageName.FinalCheck))
                ? other with { State = StageState.Skipped }
                : other)];
    }

    private static BurnInJob Cancel(BurnInJob job, JobEvent.Cancelled cancelled) => job with
    {
        Phase = JobPhase.Cancelled,
        Chores = cancelled.Chores,
        FinishedAt = cancelled.At,
        Run = null,
        Progress = null,
        Trouble = null,
        QueuePosition = null,
        Stages = [.. job.Stages.Select(stage => stage.IsOver ? stage : stage with
        {
            State = StageState.Cancelled,
            FinishedAt = stage.StartedAt is null ? null : cancelled.At,
        })],
    };

    private static BurnInJob WithCurrent(BurnInJob job, Func<JobStage, JobStage> change) =>
        job.CurrentIndex is { } index ? WithStage(job, index, change) : job;

    private static BurnInJob WithStage(BurnInJob job, int index, Func<JobStage, JobStage> change) =>
        job with { Stages = job.Stages.SetItem(index, change(job.Stages[index])) };
}
