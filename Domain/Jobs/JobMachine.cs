using System.Collections.Immutable;
using System.Diagnostics;
using Burnin.Domain.Nases;
using Burnin.Domain.Verdicts;

namespace Burnin.Domain.Jobs;

/// <summary>
/// The life of a job, pure: <see cref="NextStep"/> says what to do, <see cref="Decide"/> what follows from what came
/// of it, Apply what the job is then. The grain only carries messages between the three and the world.
/// </summary>
public static class JobMachine
{
    private const string Rule = "job";

    private const string Hanging =
        "The drive does not answer, so the program that tests it cannot be ended until it does. The lock on the host keeps everyone else off "
        + "the disk, and nothing more is written, since the program ends with the drive's answer.";

    public static JobStep? NextStep(BurnInJob job)
    {
        if (job.HasEnded)
        {
            return job.Chores.IsEmpty ? null : new JobStep.DoChore(job.Chores[0]);
        }

        if (job.CancelledBy is not null)
        {
            return new JobStep.Stop(job is { Run: { } doomed, Current: { } stage } ? job.OrderOf(doomed, stage) : null);
        }

        var isPaused = job.PausedBy is not null;
        return job switch
        {
            { Phase: JobPhase.Queued } => !isPaused ? new JobStep.AcquireLease() : job.HasLeftQueue ? new JobStep.Rest() : new JobStep.LeaveQueue(),
            { Current: { State: StageState.Pending } } => isPaused ? new JobStep.Rest() : new JobStep.BeginStage(),
            { Current.Name.IsExamination: true } => new JobStep.Examine(),
            { Run: { StuckWhy: not null, IsStopped: false } run, Current: { } current } => new JobStep.Stop(job.OrderOf(run, current)),
            { Run: { IsStopped: true } run, Current: { } current } => new JobStep.Watch(job.OrderOf(run, current)),
            { Run: { Hold: RunHold.Wanted } run, Current: { } current } => new JobStep.Hold(job.OrderOf(run, current)),
            { Run: { Hold: RunHold.Releasing } run, Current: { } current } => new JobStep.Release(job.OrderOf(run, current)),
            { Run.Confirmed: false } when isPaused => new JobStep.Rest(),
            { Run: { Confirmed: false } run, Current: { } current } => new JobStep.Launch(job.OrderOf(run, current)),
            { Run: { } run, Current: { } current } => new JobStep.Watch(job.OrderOf(run, current)),
            _ => throw new UnreachableException($"Job {job.Id} is running, with nothing to do."),
        };
    }

    public static ImmutableArray<JobEvent> Decide(BurnInJob job, JobInput input, JobPolicy policy, DateTimeOffset now) => input switch
    {
        JobInput.TakenOver => job.IsOver ? [] : [new JobEvent.EpochTaken(job.Epoch + 1)],
        JobInput.LeaseAnswered answer => job.Phase != JobPhase.Queued || job.PausedBy is not null ? []
            : answer.Granted ? [new JobEvent.LeaseGranted(now)]
            : answer.QueuePosition == job.QueuePosition ? []
            : [new JobEvent.Waiting(answer.QueuePosition)],
        JobInput.StageDue => Begin(job, now),
        JobInput.Examined examined => Examine(job, examined, policy, now),
        JobInput.Launched launched => Launched(job, launched, now),
        // Storage says who owns the job: if this event cannot be written, somebody else does, and this activation is done
        // with. If it can, the host has seen an epoch that storage has lost, and the next one is above both.
        JobInput.Fenced fenced => job.IsOver || (job.Run is null && job.GivenUp is null) || fenced.HostEpoch < job.Epoch ? [] : [new JobEvent.EpochTaken(fenced.HostEpoch + 1)],
        JobInput.Observed observed => Observe(job, observed, policy, now),
        JobInput.NasTroubled { Fault: NasFault.StillRunning } trouble when job is { CancelledBy: null, Run: { StuckWhy: { } why } run } =>
            run.HangsSince is not { } since ? [new JobEvent.RunHangs(now), new JobEvent.Troubled(trouble.Why)]
            : now - since >= policy.EndHangingAfter ? EndStage(job, StuckRun.Result(job, "drive_hangs", $"{Hanging} {why}"), now)
            : [],
        // What the NAS cannot do it will not learn by waiting; everything else is waited for, since the run goes on without
        // us. A run that was confirmed could be done, so it may still be writing: the next stage must not start beside it.
        JobInput.NasTroubled { Fault: NasFault.NotSupported } trouble when job is { CancelledBy: null, Current.State: StageState.Running, Run: null or { Confirmed: false, Hold: RunHold.None } } =>
            EndStage(job, Inconclusive("not_supported", trouble.Why), now),
        JobInput.NasTroubled trouble => job.IsOver || trouble.Why == job.Trouble ? [] : [new JobEvent.Troubled(trouble.Why)],
        JobInput.CancelAsked asked => job.HasEnded || job.CancelledBy is not null ? []
            : job.Phase == JobPhase.Queued ? [new JobEvent.CancelNoted(asked.By), CancelledAt(job, now)]
            : [new JobEvent.CancelNoted(asked.By)],
        JobInput.GiveUpAsked asked => GiveUp(job, asked, now),
        JobInput.PauseAsked asked => job.HasEnded || job.CancelledBy is not null || job.PausedBy is not null ? [] : [new JobEvent.PauseNoted(asked.By, now)],
        JobInput.ResumeAsked asked => job.HasEnded || job.CancelledBy is not null || job.PausedBy is null ? [] : [new JobEvent.ResumeNoted(asked.By, now)],
        JobInput.QueueLeft => job is { Phase: JobPhase.Queued, CancelledBy: null, PausedBy: not null, HasLeftQueue: false } ? [new JobEvent.QueueLeft()] : [],
        JobInput.HoldAnswered answer => IsOf(job, answer.RunId, RunHold.Wanted) ? [new JobEvent.RunHeld(answer.StandsStill)] : [],
        JobInput.Released released => IsOf(job, released.RunId, RunHold.Releasing) ? [new JobEvent.RunReleased()] : [],
        JobInput.Stopped => job.HasEnded ? []
            : job.CancelledBy is not null ? [CancelledAt(job, now)]
            : job is { Run: { StuckWhy: { } why, IsStopped: false }, Current: { } stage }
                ? stage.Name.IsSelfTest ? EndStage(job, StuckRun.Result(job, "stuck", why), now) : [new JobEvent.RunStopped()]
            : [],
        JobInput.JudgedAgain judged => job.Verdict is null || job.Judgements.Any(known => known.IsSameAs(judged.Judgement)) ? [] : [new JobEvent.JudgedAgain(judged.Judgement)],
        JobInput.ChoreDone done => job.Chores.Contains(done.Chore) ? [new JobEvent.ChoreDone(done.Chore)] : [],
        JobInput.ChoreFailed failed => !job.Chores.Contains(failed.Chore) ? []
            : now - job.FinishedAt > policy.TryFor(failed.Chore) ? [new JobEvent.ChoreDropped(failed.Chore, failed.Why)]
            : failed.Chore == JobChore.EndRun && failed.Why != job.Trouble ? [new JobEvent.Troubled(failed.Why)]
            : [],
        _ => throw new UnreachableException(),
    };

    public static BurnInJob Apply(BurnInJob job, JobEvent happened) => JobTransitions.Apply(job, happened);

    public static BurnInJob Apply(BurnInJob job, ImmutableArray<JobEvent> events) => events.Aggregate(job, JobTransitions.Apply);

    private static ImmutableArray<JobEvent> Begin(BurnInJob job, DateTimeOffset now)
    {
        if (job is not { Phase: JobPhase.Running, CancelledBy: null, PausedBy: null, Current: { State: StageState.Pending } stage, CurrentIndex: { } index })
        {
            return [];
        }

        return [new JobEvent.StageBegun(index, stage.Name.IsExamination ? null : $"{job.Id}-{index}", now)];
    }

    private static ImmutableArray<JobEvent> Examine(BurnInJob job, JobInput.Examined examined, JobPolicy policy, DateTimeOffset now)
    {
        var smart = examined.Examination.Told;
        switch (job.Current)
        {
            case { Name: StageName.Precheck, State: StageState.Running } when job.CancelledBy is null:
                return
                [
                    new JobEvent.BaselineTaken(smart),
                    .. EndStage(job, PrecheckJudge.Judge(job, examined.Examination, policy) with { Evidence = smart.ToEvidence("smart_before") }, now),
                ];
            case { Name: StageName.FinalCheck, State: StageState.Running } when job.CancelledBy is null:
                var taken = new JobEvent.FinalTaken(smart);
                var result = FinalCheckJudge.Judge(job, examined.Examination) with { Evidence = smart.ToEvidence("smart_after") };
                return [taken, .. EndStage(JobTransitions.Apply(job, taken), result, now, examined.Around)];
            default:
                return [];
        }
    }

    private static ImmutableArray<JobEvent> Launched(BurnInJob job, JobInput.Launched launched, DateTimeOffset now) => launched.Answer switch
    {
        _ when job.Run is null or { Confirmed: true } || job.Run.RunId != launched.RunId => [],
        LaunchAnswer.Running running => [new JobEvent.RunConfirmed(running.Handle)],
        LaunchAnswer.Refused refused => EndStage(job, new RunResult
        {
            State = StageState.Inconclusive,
            Reasons = [.. refused.Facts.Select(fact => new Reason(fact.Code, Severity.Inconclusive, $"The host refused: {fact.Detail}", Rule))],
        }, now),
        LaunchAnswer.Impossible impossible => EndStage(job, Inconclusive("not_possible", impossible.Why), now),
        _ => throw new UnreachableException(),
    };

    private static ImmutableArray<JobEvent> Observe(BurnInJob job, JobInput.Observed observed, JobPolicy policy, DateTimeOffset now)
    {
        // A watch reports until it is disposed. What comes late is about another run, or about this one before it was
        // ordered anew: the end of one stage must not end the next, nor one loss be counted twice.
        if (job is not { HasEnded: false, CancelledBy: null, Run: { Confirmed: true } run, Current: { } stage } || run.RunId != observed.RunId
            || run is { StuckWhy: not null, IsStopped: false })
        {
            return [];
        }

        if (run is { StuckWhy: { } why, IsStopped: true })
        {
            return observed.Snapshot switch
            {
                // What it had found before it stuck counts: a drive with bad blocks is not let off for standing still.
                RunSnapshot.Ended ended => EndStage(job, StuckRun.With(ended.Result, why), now),
                RunSnapshot.Lost => EndStage(job, StuckRun.Result(job, "stuck", why), now),
                _ => [],
            };
        }

        switch (observed.Snapshot)
        {
            case RunSnapshot.Running running:
                return Progress(job, stage, running.Progress with { Percent = Sound(running.Progress.Percent, stage.Percent) }, policy, now);
            case RunSnapshot.Ended ended:
                return EndStage(job, ended.Result, now);
            case RunSnapshot.Unseen unseen:
                return unseen.Why == job.Trouble ? [] : [new JobEvent.Troubled(unseen.Why)];
            case RunSnapshot.Lost lost:
                // One that stood still for a person could not get any further, and is not judged by it. A self-test begins
                // at nothing each time: however far it was, it is no further.
                var gotFurther = stage.Percent > run.PercentWhenLost && !stage.Name.IsSelfTest;
                var losses = run.Hold != RunHold.None ? run.FruitlessLosses
                    : run.FruitlessLosses > 0 && !gotFurther ? run.FruitlessLosses + 1
                    : 1;
                return losses >= policy.MaxFruitlessLosses
                    ? EndStage(job, StuckRun.Result(job, "run_lost", $"The run was lost {losses} times without getting any further. Last: {lost.Why}"), now)
                    : [new JobEvent.RunLost(lost.Why, stage.Percent, losses)];
            default:
                throw new UnreachableException();
        }
    }

    private static ImmutableArray<JobEvent> Progress(BurnInJob job, JobStage stage, RunProgress progress, JobPolicy policy, DateTimeOffset now)
    {
        var stillness = RunStillness.After(job, progress, now);
        var progressed = new JobEvent.Progressed(progress, stillness);
        // An order that came late, after its caller had given it up: what stands stored is told to the host once more.
        if (job.Run!.Hold == RunHold.Held && !progress.IsPaused)
        {
            return [progressed, new JobEvent.HoldDiffers(RunHold.Wanted)];
        }

        if (job is { PausedBy: null, Run.Hold: RunHold.None } && progress.IsPaused)
        {
            return [progressed, new JobEvent.HoldDiffers(RunHold.Releasing)];
        }

        return stillness.Lasts < policy.StuckAfterIn(stage.Name)
            ? [progressed]
            : [progressed, new JobEvent.RunStuck(StuckRun.Words(progress, stillness))];
    }

    private static bool IsOf(BurnInJob job, string runId, RunHold hold) =>
        job is { HasEnded: false, CancelledBy: null, Run: { } run } && run.RunId == runId && run.Hold == hold;

    /// <summary>Tools count past their end, and divide by zero: NaN could not even be stored.</summary>
    private static double Sound(double percent, double before) => double.IsNaN(percent) ? before : Math.Clamp(percent, 0, 100);

    /// <summary>Ends the stage in hand, and the job with it where no stage is left.</summary>
    private static ImmutableArray<JobEvent> EndStage(BurnInJob job, RunResult result, DateTimeOffset now, Surroundings? around = null)
    {
        if (job.CurrentIndex is not { } index)
        {
            return [];
        }

        var ended = new JobEvent.StageEnded(index, StageResults.Sound(result), now);
        var after = JobTransitions.Apply(job, ended);
        return after.Current is null
            ? [ended, new JobEvent.Ended(VerdictJudge.Judge(after, around ?? Surroundings.None), ChoresOf(after), now)]
            : [ended];
    }

    private static RunResult Inconclusive(string code, string text) => new()
    {
        State = StageState.Inconclusive,
        Reasons = [new Reason(code, Severity.Inconclusive, text, Rule)],
    };

    /// <summary>
    /// Only what was to be cancelled, and only while something may be left running. With an epoch above all that were ordered
    /// under, so that nothing which is still on its way to the host begins the run anew.
    /// </summary>
    private static ImmutableArray<JobEvent> GiveUp(BurnInJob job, JobInput.GiveUpAsked asked, DateTimeOffset now)
    {
        if (job is not { HasEnded: false, CancelledBy: not null, Run: { } run, CurrentIndex: { } index })
        {
            return [];
        }

        var given = new JobEvent.GivenUp(new GivenUpRun(asked.By, index, run), job.Trouble);
        return [new JobEvent.EpochTaken(job.Epoch + 1), given, CancelledAt(JobTransitions.Apply(job, given), now)];
    }

    private static JobEvent.Cancelled CancelledAt(BurnInJob job, DateTimeOffset now) => new(ChoresOf(job), now);

    private static ImmutableArray<JobChore> ChoresOf(BurnInJob job) => job switch
    {
        { RunIds.IsEmpty: true } => [JobChore.ReleaseLease, JobChore.TellDrive, JobChore.TellPeople],
        { GivenUp: null } => [JobChore.ReleaseLease, JobChore.TellDrive, JobChore.TellPeople, JobChore.CleanHost],
        _ => [JobChore.ReleaseLease, JobChore.TellDrive, JobChore.TellPeople, JobChore.EndRun, JobChore.CleanHost],
    };
}
