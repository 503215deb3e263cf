using System.Collections.Immutable;
using Burnin.Domain.Jobs;
using Burnin.Domain.Nases;
using Xunit;

namespace Burnin.Domain.Tests.Jobs;

/// <summary>Does what the grain does: hears, lets the machine decide, applies. Its clock stands still unless moved.</summary>
internal sealed class JobUnderTest(params StageName[] plan)
{
    private readonly List<JobEvent> _events = [];

    public BurnInJob Job { get; private set; } = Sample.Job(plan.Length > 0 ? plan : [.. Sample.Plan]);

    public DateTimeOffset Now { get; set; } = Sample.Noon;

    public IReadOnlyList<JobEvent> Events => _events;

    public JobStep? NextStep => JobMachine.NextStep(Job);

    public IEnumerable<StageState> States => Job.Stages.Select(stage => stage.State);

    public ImmutableArray<JobEvent> Tell(JobInput input)
    {
        var events = JobMachine.Decide(Job, input, Sample.Policy, Now);
        Job = JobMachine.Apply(Job, events);
        _events.AddRange(events);
        return events;
    }

    public JobUnderTest Told(params ReadOnlySpan<JobInput> inputs)
    {
        foreach (var input in inputs)
        {
            Tell(input);
        }

        return this;
    }

    public JobUnderTest Leased() => Told(new JobInput.LeaseAnswered(true, 0));

    /// <summary>Leased, with the precheck in hand.</summary>
    public JobUnderTest Examining() => Leased().Told(new JobInput.StageDue());

    public JobUnderTest Prechecked() => Examining().Examined(Sample.Healthy);

    /// <summary>Intent stored, nothing known of the host.</summary>
    public JobUnderTest Launching() => Prechecked().Told(new JobInput.StageDue());

    public JobUnderTest Running() => Launching().Confirmed();

    public JobUnderTest Examined(DriveExamination examination) => Told(new JobInput.Examined(examination));

    public JobUnderTest Confirmed(string handle = "17") => Told(new JobInput.Launched(RunId, new LaunchAnswer.Running(handle)));

    public JobUnderTest Seen(RunSnapshot snapshot) => Told(new JobInput.Observed(RunId, snapshot));

    public JobUnderTest At(double percent) => Seen(new RunSnapshot.Running(new RunProgress { Percent = percent }));

    public JobUnderTest Lost() => Seen(new RunSnapshot.Lost("The host rebooted."));

    /// <summary>Runs the next stage from its beginning to this end.</summary>
    public JobUnderTest Through(RunResult result) => Told(new JobInput.StageDue()).Confirmed().Seen(new RunSnapshot.Ended(result));

    public JobUnderTest FinallyExamined() => Told(new JobInput.StageDue()).Examined(Sample.Healthy);

    public JobUnderTest Finished() => Prechecked().Through(Sample.Passed).Through(Sample.Passed).FinallyExamined();

    public JobUnderTest Cancelling() => Told(new JobInput.CancelAsked("bob"));

    public JobUnderTest Pausing() => Told(new JobInput.PauseAsked("eve"));

    public JobUnderTest Held(bool standsStill = true) => Told(new JobInput.HoldAnswered(RunId, standsStill));

    public JobUnderTest Resuming() => Told(new JobInput.ResumeAsked("eve"));

    public JobUnderTest Released() => Told(new JobInput.Released(RunId));

    /// <summary>Seen without a change, once a minute.</summary>
    public JobUnderTest StillFor(TimeSpan time, RunProgress progress)
    {
        Seen(new RunSnapshot.Running(progress));
        for (var end = Now + time; Now < end;)
        {
            Now += TimeSpan.FromMinutes(1);
            if (Job.Run is not null)
            {
                Seen(new RunSnapshot.Running(progress));
            }
        }

        return this;
    }

    public JobUnderTest Stuck() => StillFor(Sample.Policy.StuckAfterIn(Job.Current!.Name), new RunProgress { Percent = 43.25, Phase = "60 % remaining" });

    public JobUnderTest Hanging() => Told(new JobInput.NasTroubled(NasFault.StillRunning, "Process 7 cannot be ended."));

    public JobUnderTest GivenUp() => Told(new JobInput.GiveUpAsked("eve"));

    public JobUnderTest WithoutChores()
    {
        while (Job.Chores is [var chore, ..])
        {
            Tell(new JobInput.ChoreDone(chore));
        }

        Assert.True(Job.IsOver);
        return this;
    }

    private string RunId => Job.Run?.RunId ?? throw new InvalidOperationException("No run is in hand.");
}
