using System.Collections.Immutable;
using Burnin.Domain.Drives;
using Burnin.Domain.Jobs;
using Burnin.Domain.Nases;
using Burnin.Domain.Verdicts;

namespace Burnin.Domain.Tests.Jobs;

/// <summary>Every point at which a job can be met, and everything that it can be told there.</summary>
internal static class JobPoints
{
    private static readonly ImmutableDictionary<string, Func<JobUnderTest>> Points = new Dictionary<string, Func<JobUnderTest>>
    {
        ["queued"] = () => new JobUnderTest(),
        ["leased"] = () => new JobUnderTest().Leased(),
        ["examining"] = () => new JobUnderTest().Examining(),
        ["prechecked"] = () => new JobUnderTest().Prechecked(),
        ["launching"] = () => new JobUnderTest().Launching(),
        ["running"] = () => new JobUnderTest().Running().At(40),
        ["lost"] = () => new JobUnderTest().Running().At(40).Lost(),
        ["failed"] = () => new JobUnderTest().Prechecked().Through(Sample.Failed),
        ["finally examining"] = () => new JobUnderTest().Prechecked().Through(Sample.Failed).Told(new JobInput.StageDue()),
        ["cancelling between"] = () => new JobUnderTest().Prechecked().Cancelling(),
        ["cancelling examination"] = () => new JobUnderTest().Examining().Cancelling(),
        ["cancelling launch"] = () => new JobUnderTest().Launching().Cancelling(),
        ["cancelling run"] = () => new JobUnderTest().Running().At(40).Cancelling(),
        ["cancelling hanging"] = () => new JobUnderTest().Running().At(40).Cancelling().Hanging(),
        ["given up"] = () => new JobUnderTest().Running().At(40).Cancelling().Hanging().GivenUp(),
        ["given up long ago"] = () => GivenUpLongAgo(),
        ["paused in the queue"] = () => new JobUnderTest().Pausing(),
        ["out of the queue"] = () => new JobUnderTest().Pausing().Told(new JobInput.QueueLeft()),
        ["paused between"] = () => new JobUnderTest().Prechecked().Pausing(),
        ["paused examination"] = () => new JobUnderTest().Examining().Pausing(),
        ["pausing launch"] = () => new JobUnderTest().Launching().Pausing(),
        ["paused launch"] = () => new JobUnderTest().Launching().Pausing().Held(),
        ["pausing"] = () => new JobUnderTest().Running().At(40).Pausing(),
        ["paused"] = () => new JobUnderTest().Running().At(40).Pausing().Held(),
        ["paused, going on"] = () => new JobUnderTest().Running().At(40).Pausing().Held(false),
        ["paused, lost"] = () => new JobUnderTest().Running().At(40).Pausing().Held().Lost(),
        ["resuming"] = () => new JobUnderTest().Running().At(40).Pausing().Held().Resuming(),
        ["cancelling paused"] = () => new JobUnderTest().Running().At(40).Pausing().Held().Cancelling(),
        ["stuck"] = () => new JobUnderTest().Running().Stuck(),
        ["stuck surface"] = () => StuckSurface(),
        ["stuck surface, stopped"] = () => StuckSurface().Told(new JobInput.Stopped()),
        ["hanging"] = () => new JobUnderTest().Running().Stuck().Hanging(),
        ["finished"] = () => new JobUnderTest().Finished(),
        ["cancelled"] = () => new JobUnderTest().Running().Cancelling().Told(new JobInput.Stopped()),
        ["over"] = () => new JobUnderTest().Finished().WithoutChores(),
        ["over, cancelled"] = () => new JobUnderTest().Cancelling().WithoutChores(),
    }.ToImmutableDictionary();

    private static JobUnderTest StuckSurface() => new JobUnderTest(StageName.Precheck, StageName.SurfaceValidate, StageName.FinalCheck).Running().Stuck();

    private static JobUnderTest GivenUpLongAgo()
    {
        var job = At("given up");
        job.Now += Sample.Policy.EndGivenUpWithin + TimeSpan.FromDays(1);
        return job;
    }

    public static IEnumerable<string> All => Points.Keys;

    public static JobUnderTest At(string point) => Points[point]();

    /// <summary>Launch answers and observations are of the run "01J-1", which is in hand wherever one is.</summary>
    public static ImmutableDictionary<string, JobInput> Inputs { get; } = new Dictionary<string, JobInput>
    {
        ["take over"] = new JobInput.TakenOver(),
        ["lease"] = new JobInput.LeaseAnswered(true, 0),
        ["wait"] = new JobInput.LeaseAnswered(false, 3),
        ["due"] = new JobInput.StageDue(),
        ["healthy"] = new JobInput.Examined(Sample.Healthy),
        ["sick"] = new JobInput.Examined(Sample.Sick),
        ["gone"] = new JobInput.Examined(Sample.Gone),
        ["started"] = new JobInput.Launched("01J-1", new LaunchAnswer.Running("17")),
        ["refused"] = new JobInput.Launched("01J-1", new LaunchAnswer.Refused([new InUseFact("swap", "sda2 is swap.")])),
        ["impossible"] = new JobInput.Launched("01J-1", new LaunchAnswer.Impossible("No badblocks.")),
        ["fenced"] = new JobInput.Fenced(9),
        ["progress"] = new JobInput.Observed("01J-1", new RunSnapshot.Running(new RunProgress { Percent = 50 })),
        ["passed"] = new JobInput.Observed("01J-1", new RunSnapshot.Ended(Sample.Passed)),
        ["failed"] = new JobInput.Observed("01J-1", new RunSnapshot.Ended(Sample.Failed)),
        ["undecided"] = new JobInput.Observed("01J-1", new RunSnapshot.Ended(Sample.Undecided)),
        ["loss"] = new JobInput.Observed("01J-1", new RunSnapshot.Lost("The host rebooted.")),
        ["unseen"] = new JobInput.Observed("01J-1", new RunSnapshot.Unseen("No answer.")),
        ["unreachable"] = new JobInput.NasTroubled(NasFault.Unreachable, "No route."),
        ["unsupported"] = new JobInput.NasTroubled(NasFault.NotSupported, "No tool."),
        ["cancel"] = new JobInput.CancelAsked("bob"),
        ["hanging"] = new JobInput.NasTroubled(NasFault.StillRunning, "Process 7 cannot be ended."),
        ["give up"] = new JobInput.GiveUpAsked("eve"),
        ["pause"] = new JobInput.PauseAsked("eve"),
        ["resume"] = new JobInput.ResumeAsked("eve"),
        ["left"] = new JobInput.QueueLeft(),
        ["held"] = new JobInput.HoldAnswered("01J-1", true),
        ["not held"] = new JobInput.HoldAnswered("01J-1", false),
        ["released"] = new JobInput.Released("01J-1"),
        ["stopped"] = new JobInput.Stopped(),
        ["judged again"] = new JobInput.JudgedAgain(new Judgement { Policy = "used@1", Verdict = new Verdict(VerdictKind.Fail, []), By = "eve", At = Sample.Noon }),
        ["given back"] = new JobInput.ChoreDone(JobChore.ReleaseLease),
        ["told"] = new JobInput.ChoreDone(JobChore.TellDrive),
        ["people told"] = new JobInput.ChoreDone(JobChore.TellPeople),
        ["ended"] = new JobInput.ChoreDone(JobChore.EndRun),
        ["not ended"] = new JobInput.ChoreFailed(JobChore.EndRun, "Process 7 cannot be ended."),
        ["cleaned"] = new JobInput.ChoreDone(JobChore.CleanHost),
        ["not cleaned"] = new JobInput.ChoreFailed(JobChore.CleanHost, "No answer."),
    }.ToImmutableDictionary();
}
