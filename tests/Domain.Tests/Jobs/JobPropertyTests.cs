using System.Collections.Immutable;
using System.Text.Json;
using Burnin.Domain.Drives;
using Burnin.Domain.Jobs;
using Burnin.Domain.Nases;
using Burnin.Domain.Smart;
using CsCheck;
using Xunit;

namespace Burnin.Domain.Tests.Jobs;

/// <summary>Whatever a job is told, in whatever order, these things stay true of it.</summary>
public sealed class JobPropertyTests
{
    private const long Histories = 1000;

    private static readonly Gen<StageState> AnyState = Gen.Enum<StageState>();

    private static readonly Gen<Reason> AnyReason =
        Gen.Select(Gen.OneOf("a", "b"), Gen.Enum<Severity>(), Gen.OneOf("A.", "B."), (code, severity, text) => new Reason(code, severity, text, "test"));

    private static readonly Gen<RunResult> AnyResult = Gen.Select(AnyState, AnyReason.Array[0, 2], Gen.Long[0, 9].Array[0, 2], (state, reasons, blocks) =>
        new RunResult { State = state, Reasons = [.. reasons], BadBlocks = [.. blocks], BadBlockCount = blocks.Length });

    private static readonly Gen<InUseFact[]> AnyFacts =
        Gen.OneOf("mounted", "swap").Select(code => new InUseFact(code, "It is in use.")).Array[0, 1];

    private static readonly Gen<bool?> AnyHealth = Gen.OneOf<bool?>(true, true, true, false, null);

    private static readonly Gen<DriveExamination> AnyExamination = Gen.Select(Gen.Int[0, 9], AnyFacts, AnyHealth, Gen.Int[20, 60].Nullable(), Gen.Long[0, 1],
        (seen, facts, health, celsius, raw) => new DriveExamination(
            seen == 0 ? null : Sample.Facts with { InUse = [.. facts] },
            new SmartSnapshot { TakenAt = Sample.Noon, Passed = health, TemperatureCelsius = celsius, Attributes = [Sample.Attribute(199, raw)], Raw = "text" }));

    private static readonly Gen<double> AnyPercent = Gen.Frequency((9, Gen.Double[0, 100]), (1, Gen.Double), (1, Gen.Const(double.NaN)));

    private static readonly Gen<RunSnapshot> AnySnapshot = Gen.OneOf(
        AnyPercent.Select(percent => (RunSnapshot)new RunSnapshot.Running(new RunProgress { Percent = percent, Phase = "pass 1 of 4, write", Held = percent > 90 ? "Too hot." : null })),
        AnyResult.Select(result => (RunSnapshot)new RunSnapshot.Ended(result)),
        Gen.Const<RunSnapshot>(new RunSnapshot.Ended(Sample.Passed)),
        Gen.Const<RunSnapshot>(new RunSnapshot.Lost("Rebooted.")),
        Gen.Const<RunSnapshot>(new RunSnapshot.Unseen("No answer.")));

    private static readonly Gen<LaunchAnswer> AnyAnswer = Gen.Frequency(
        (6, Gen.OneOf("17", "18").Select(handle => (LaunchAnswer)new LaunchAnswer.Running(handle))),
        (1, AnyFacts.Select(facts => (LaunchAnswer)new LaunchAnswer.Refused([.. facts]))),
        (1, Gen.Const<LaunchAnswer>(new LaunchAnswer.Impossible("No tool."))));

    private static readonly Gen<string> AnyRunId = Gen.Int[0, 5].Select(stage => $"01J-{stage}");

    /// <summary>Anything at all, mostly at the wrong moment.</summary>
    private static readonly Gen<JobInput> AnyInput = Gen.Frequency(
        (2, Gen.Const<JobInput>(new JobInput.TakenOver())),
        (4, Gen.Select(Gen.Bool, Gen.Int[0, 3], (granted, position) => (JobInput)new JobInput.LeaseAnswered(granted, position))),
        (8, Gen.Const<JobInput>(new JobInput.StageDue())),
        (5, AnyExamination.Select(examination => (JobInput)new JobInput.Examined(examination))),
        (5, Gen.Const<JobInput>(new JobInput.Examined(Sample.Healthy))),
        (8, Gen.Select(AnyRunId, AnyAnswer, (run, answer) => (JobInput)new JobInput.Launched(run, answer))),
        (8, Gen.Select(AnyRunId, AnySnapshot, (run, snapshot) => (JobInput)new JobInput.Observed(run, snapshot))),
        (2, Gen.Select(Gen.Enum<NasFault>(), Gen.OneOf("No route.", "No key."), (fault, why) => (JobInput)new JobInput.NasTroubled(fault, why))),
        (1, Gen.Long[0, 9].Select(epoch => (JobInput)new JobInput.Fenced(epoch))),
        (1, Gen.Const<JobInput>(new JobInput.CancelAsked("bob"))),
        (1, Gen.Const<JobInput>(new JobInput.GiveUpAsked("eve"))),
        (3, Gen.Const<JobInput>(new JobInput.PauseAsked("eve"))),
        (3, Gen.Const<JobInput>(new JobInput.ResumeAsked("eve"))),
        (1, Gen.Const<JobInput>(new JobInput.QueueLeft())),
        (2, Gen.Select(AnyRunId, Gen.Bool, (run, stands) => (JobInput)new JobInput.HoldAnswered(run, stands))),
        (1, AnyRunId.Select(run => (JobInput)new JobInput.Released(run))),
        (1, Gen.Const<JobInput>(new JobInput.Stopped())),
        (1, Gen.Enum<JobChore>().Select(chore => (JobInput)new JobInput.ChoreDone(chore))),
        (1, Gen.Enum<JobChore>().Select(chore => (JobInput)new JobInput.ChoreFailed(chore, "No answer."))));

    private static readonly StageName[] Tests = [StageName.ShortSmart, StageName.LongSmart, StageName.SurfaceValidate, StageName.IoValidate];

    private static readonly Gen<StageName[]> AnyPlan =
        Gen.Shuffle(Tests, 1, Tests.Length).Select(tests => (StageName[])[StageName.Precheck, .. tests, StageName.FinalCheck]);

    /// <summary>Half of the moves do what is due, since chance alone would not bring a job far; the bool says which.</summary>
    private static readonly Gen<(bool IsDue, JobInput Input)[]> AnyHistory = Gen.Select(Gen.Bool, AnyInput).Array[0, 80];

    [Fact]
    public void Whatever_it_is_told_a_job_stays_sound() =>
        Gen.Select(AnyPlan, AnyHistory).Sample((plan, history) => Play(plan, history, (before, _, after) => AssertSound(before, after)), iter: Histories);

    [Fact]
    public void What_is_stored_can_be_read_again_at_every_step() =>
        Gen.Select(AnyPlan, AnyHistory).Sample(
            (plan, history) => Play(plan, history, (_, _, after) =>
            {
                var json = StoredJson.Of(after);
                Assert.Equal(json, StoredJson.Of(StoredJson.Read<BurnInJob>(json)));
                var plain = JsonSerializer.Serialize(after);
                Assert.Equal(plain, JsonSerializer.Serialize(JsonSerializer.Deserialize<BurnInJob>(plain)));
            }),
            iter: Histories / 4);

    /// <summary>A crash loses what was not stored: played with durable events alone, a job must be at the same point.</summary>
    [Fact]
    public void Durable_events_alone_lead_to_the_same_point() =>
        Gen.Select(AnyPlan, AnyHistory).Sample(
            (plan, history) =>
            {
                var durable = Sample.Job(plan);
                Play(plan, history, (_, events, after) =>
                {
                    durable = JobMachine.Apply(durable, [.. events.Where(happened => happened.IsDurable)]);
                    Assert.Equal((after.Phase, after.CurrentIndex, Outline(after)), (durable.Phase, durable.CurrentIndex, Outline(durable)));
                    Assert.Equal((after.Run?.FruitlessLosses, after.Run?.PercentWhenLost), (durable.Run?.FruitlessLosses, durable.Run?.PercentWhenLost));
                });
            },
            iter: Histories);

    /// <summary>After any history a host that answers brings the job to its end: no job can hang for ever.</summary>
    [Fact]
    public void From_wherever_it_is_a_job_ends_when_the_world_behaves() =>
        Gen.Select(AnyPlan, AnyHistory).Sample(
            (plan, history) =>
            {
                var job = Play(plan, history, (_, _, _) => { });
                for (var moves = 0; !job.IsOver; moves++)
                {
                    Assert.True(moves < 50, $"The job is still at {Outline(job)}.");
                    job = JobMachine.Apply(job, JobMachine.Decide(job, Due(job), Sample.Policy, Sample.Noon));
                }
            },
            iter: Histories);

    private static BurnInJob Play(StageName[] plan, (bool IsDue, JobInput Input)[] history, Action<BurnInJob, ImmutableArray<JobEvent>, BurnInJob> look)
    {
        var (job, now) = (Sample.Job(plan), Sample.Noon);
        foreach (var (isDue, any) in history)
        {
            now += TimeSpan.FromMinutes(5);
            var input = isDue && !job.IsOver ? Due(job) : any;
            var events = JobMachine.Decide(job, input, Sample.Policy, now);
            var after = JobMachine.Apply(job, events);
            if (!events.IsEmpty)
            {
                look(job, events, after);
            }

            job = after;
        }

        return job;
    }

    /// <summary>What a willing world answers to the next step.</summary>
    private static JobInput Due(BurnInJob job) => JobMachine.NextStep(job) switch
    {
        JobStep.AcquireLease => new JobInput.LeaseAnswered(true, 0),
        JobStep.BeginStage => new JobInput.StageDue(),
        JobStep.Examine => new JobInput.Examined(Sample.Healthy),
        JobStep.Launch launch => new JobInput.Launched(launch.Order.RunId, new LaunchAnswer.Running("17")),
        JobStep.Watch watch => new JobInput.Observed(watch.Order.RunId, new RunSnapshot.Ended(Sample.Passed)),
        JobStep.Hold hold => new JobInput.HoldAnswered(hold.Order.RunId, true),
        JobStep.Release release => new JobInput.Released(release.Order.RunId),
        JobStep.LeaveQueue => new JobInput.QueueLeft(),
        JobStep.Rest => new JobInput.ResumeAsked("ann"),
        JobStep.Stop => new JobInput.Stopped(),
        JobStep.DoChore chore => new JobInput.ChoreDone(chore.Chore),
        var step => throw new InvalidOperationException($"Nobody answers to {step}."),
    };

    private static void AssertSound(BurnInJob before, BurnInJob after)
    {
        var step = JobMachine.NextStep(after);
        var states = after.Stages.Select(stage => stage.State).ToList();
        var percent = JobProgress.PercentOf(after);
        _ = JobProgress.EtaOf(after, Sample.Noon.AddHours(6));

        Assert.Equal(after.IsOver, step is null);
        Assert.True(after.Epoch >= before.Epoch);
        Assert.InRange(percent, 0, 100);
        Assert.All(after.Stages, stage => Assert.InRange(stage.Percent, 0, 100));

        // Over, at most one in hand, pending: in this order. Skipping alone may run ahead of the final check.
        var inOrder = states.Where(state => state != StageState.Skipped).Select(state => state switch
        {
            StageState.Running => 1,
            StageState.Pending => 2,
            _ => 0,
        }).ToList();
        Assert.Equal(inOrder.Order(), inOrder);
        Assert.True(inOrder.Count(rank => rank == 1) <= 1);
        Assert.All(before.Stages.Zip(after.Stages).Where(pair => pair.First.IsOver), pair => Assert.Same(pair.First, pair.Second));
        Assert.All(after.Stages.Where(stage => stage.Result is not null), stage => Assert.Equal(stage.State, stage.Result!.State));
        Assert.All(after.Stages.Where(stage => stage.State is StageState.Failed or StageState.Inconclusive), stage => Assert.NotEmpty(stage.Result!.Reasons));

        if (before.HasEnded)
        {
            Assert.Equal((before.Phase, before.FinishedAt), (after.Phase, after.FinishedAt));
            Assert.Same(before.Verdict, after.Verdict);
        }

        if (after.Phase == JobPhase.Cancelled)
        {
            Assert.NotNull(after.CancelledBy);
            Assert.Null(after.Verdict);
        }

        if (before.CancelledBy is not null)
        {
            Assert.NotEqual(JobPhase.Finished, after.HasEnded && !before.HasEnded ? after.Phase : JobPhase.Cancelled);
        }

        Assert.Equal(after.Phase == JobPhase.Finished, after.Verdict is not null);
        if (after.Verdict is { } verdict)
        {
            Assert.Equal(states.Contains(StageState.Failed), verdict.Kind == VerdictKind.Fail);
            Assert.Equal(states.All(state => state == StageState.Passed), verdict.Kind is VerdictKind.Pass or VerdictKind.PassWithNotes);
            Assert.Equal(verdict.Kind == VerdictKind.Pass, verdict.Reasons.IsEmpty);
        }

        Assert.Equal(after.RunIds.Distinct(), after.RunIds);
        if (OrderOf(step) is { } order)
        {
            Assert.Contains(order.RunId, after.RunIds);
            Assert.Equal(after.Epoch, order.Epoch);
            Assert.Equal(after.Current!.Name.IsSurface, order.Surface is not null);
        }

        // Nothing new is begun while a person has the job paused.
        if (after is { PausedBy: not null, CancelledBy: null, HasEnded: false })
        {
            Assert.Equal("paused", after.StateWord);
            Assert.False(step is JobStep.AcquireLease or JobStep.BeginStage or JobStep.Launch or JobStep.Release, $"{step} although paused.");
        }
    }

    private static RunOrder? OrderOf(JobStep? step) => step switch
    {
        JobStep.Launch launch => launch.Order,
        JobStep.Watch watch => watch.Order,
        JobStep.Hold hold => hold.Order,
        JobStep.Release release => release.Order,
        JobStep.Stop stop => stop.Order,
        _ => null,
    };

    private static string Outline(BurnInJob job)
    {
        var step = JobMachine.NextStep(job);
        return $"{step?.GetType().Name} {OrderOf(step)?.RunId} {OrderOf(step)?.Handle} {(step as JobStep.DoChore)?.Chore}";
    }
}
