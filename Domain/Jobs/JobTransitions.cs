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
        JobEvent.BaselineTaken taken => job with { Baseline = taken.Smart.Condensed() },
        // Whole but for the raw text: what the drive logged during the test is wanted again when the job is judged again.
        JobEvent.FinalTaken taken => job with { Final = taken.Smart with { Raw = null } },
        JobEvent.RunConfirmed confirmed => job with { Run = job.Run! with { Confirmed = true, Handle = confirmed.Handle }, Trouble = null },
        JobEvent.Progressed progressed => WithCurrent(job, stage => stage with { Percent = progressed.Progress.Percent }) with
        {
            Progress = progressed.Progress,
            Stillness = progressed.Stillness,
            Trouble = null,
        },
        JobEvent.RunLost lost => Lose(job, lost),
        JobEvent.StageEnded ended => End(job, ended),
        JobEvent.RunStuck stuck => job with { Run = job.Run! with { StuckWhy = stuck.Why }, Trouble = stuck.Why },
        JobEvent.RunStopped => job with { Run = job.Run! with { IsStopped = true } },
        JobEvent.HoldDiffers differs => job with { Run = job.Run! with { Hold = differs.Hold } },
        JobEvent.RunHangs hangs => job with { Run = job.Run! with { HangsSince = hangs.At } },
        JobEvent.Troubled troubled => job with { Trouble = troubled.Why },
        JobEvent.CancelNoted noted => job with { CancelledBy = noted.By },
        JobEvent.GivenUp given => job with { GivenUp = given.Run },
        JobEvent.PauseNoted noted => Pause(job, noted),
        JobEvent.ResumeNoted noted => Resume(job, noted),
        JobEvent.QueueLeft => job with { HasLeftQueue = true, QueuePosition = null, Trouble = null },
        JobEvent.RunHeld held => job with { Run = job.Run! with { Hold = held.StandsStill ? RunHold.Held : RunHold.Impossible }, Trouble = null },
        JobEvent.RunReleased => job with { Run = job.Run! with { Hold = RunHold.None }, Progress = Unheld(job.Progress), Trouble = null },
        JobEvent.Ended ended => job with { Phase = JobPhase.Finished, Verdict = ended.Verdict, Chores = ended.Chores, FinishedAt = ended.At, PausedBy = null, PausedAt = null, Trouble = null },
        JobEvent.JudgedAgain judged => job with { Judgements = job.Judgements.Add(judged.Judgement) },
        JobEvent.Cancelled cancelled => Cancel(job, cancelled),
        JobEvent.ChoreDone done => job with { Chores = job.Chores.Remove(done.Chore), Trouble = null },
        JobEvent.ChoreDropped dropped => job with { Chores = job.Chores.Remove(dropped.Chore), Trouble = null },
        _ => throw new UnreachableException(),
    };

    private static BurnInJob Begin(BurnInJob job, JobEvent.StageBegun begun) =>
        WithStage(job, begun.Index, stage => stage with { State = StageState.Running, StartedAt = begun.At, Attempts = 1 }) with
        {
            Run = begun.RunId is { } id ? new JobRun { RunId = id, OrderedAt = begun.At } : null,
            RunIds = begun.RunId is { } ran ? job.RunIds.Add(ran) : job.RunIds,
            Progress = null,
            Stillness = null,
            Trouble = null,
        };

    private static BurnInJob Pause(BurnInJob job, JobEvent.PauseNoted noted) => job with
    {
        PausedBy = noted.By,
        PausedAt = noted.At,
        Run = job.Run is null ? null : job.Run with { Hold = RunHold.Wanted },
    };

    private static BurnInJob Resume(BurnInJob job, JobEvent.ResumeNoted noted)
    {
        var since = job.Current?.StartedAt > job.PausedAt ? job.Current.StartedAt : job.PausedAt;
        var paused = Math.Max(0, (noted.At - since)?.TotalSeconds ?? 0);
        return WithCurrent(job, stage => stage.StartedAt is null ? stage : stage with { PausedSeconds = stage.PausedSeconds + paused }) with
        {
            PausedBy = null,
            PausedAt = null,
            HasLeftQueue = false,
            // Wanted as well: the NAS may have heard it, and a crash have kept us from knowing.
            Run = job.Run is null ? null : job.Run with { Hold = job.Run.Hold is RunHold.None or RunHold.Impossible ? RunHold.None : RunHold.Releasing },
        };
    }

    private static RunProgress? Unheld(RunProgress? progress) => progress is null ? null : progress with { Held = null };

    private static BurnInJob Lose(BurnInJob job, JobEvent.RunLost lost) =>
        WithCurrent(job, stage => stage with { Percent = lost.Percent, Attempts = stage.Attempts + 1 }) with
        {
            Run = job.Run! with
            {
                Confirmed = false,
                Handle = null,
                FruitlessLosses = lost.FruitlessLosses,
                // The furthest ever: measured from the last loss, a run that swings between 50 and 60 gets further for ever.
                PercentWhenLost = Math.Max(job.Run.PercentWhenLost, lost.Percent),
            },
            Progress = Unheld(job.Progress),
            Stillness = null,
            Trouble = lost.Why,
        };

    private static BurnInJob End(BurnInJob job, JobEvent.StageEnded ended)
    {
        var stages = job.Stages.SetItem(ended.Index, job.Stages[ended.Index] with
        {
            State = ended.Result.State,
            Percent = ended.Result.State == StageState.Passed ? 100 : job.Stages[ended.Index].Percent,
            FinishedAt = ended.At,
            // The evidence is too large to be carried along; whoever stores the event keeps it.
            Result = ended.Result with { Evidence = [] },
        });
        return job with { Stages = Skipped(stages, ended.Index), Run = null, Progress = null, Stillness = null, Trouble = null };
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
        Stillness = null,
        Trouble = null,
        QueuePosition = null,
        PausedBy = null,
        PausedAt = null,
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
