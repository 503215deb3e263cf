using System.Collections.Immutable;
using System.Diagnostics;
using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Drives;
using Burnin.MockTrueNas.Products;
using Burnin.MockTrueNas.SelfTests;

namespace Burnin.MockTrueNas.Jobs;

/// <summary>Keeps the list of jobs: numbers them, forgets old ones, and moves each to where the time has brought it.</summary>
internal static class JobClerk
{
    /// <summary>The product keeps about as many.</summary>
    private const int Kept = 1000;

    /// <summary>How long a new job waits for a worker, in the box's own time.</summary>
    private static readonly TimeSpan Queued = TimeSpan.FromSeconds(1);

    public static (BoxState State, Job Job) Add(BoxState state, Func<int, Job> make)
    {
        var job = make(state.NextJobId);
        ImmutableArray<Job> jobs = [.. state.Jobs, job];

        while (jobs.Length > Kept && jobs.FirstOrDefault(old => old.IsOver) is { } oldest)
        {
            jobs = jobs.Remove(oldest);
        }

        return (state with { NextJobId = state.NextJobId + 1, Jobs = jobs }, job);
    }

    /// <summary>Before anybody sees a job, or changes what it watches.</summary>
    public static BoxState Settle(BoxMoment moment) => moment.State.Jobs.All(job => job.IsOver)
        ? moment.State
        : moment.State with { Jobs = [.. moment.State.Jobs.Select(job => job.IsOver ? job : Settled(job, moment))] };

    private static Job Settled(Job job, BoxMoment moment) =>
        (moment.Now - job.StartedAt) * moment.SpeedUp < Queued ? job : Moved(job with { State = JobState.Running }, moment);

    private static Job Moved(Job job, BoxMoment moment) => job.Work switch
    {
        JobWork.Refused refused => job.Ended(JobState.Failed, moment.Now) with { Error = $"[{Errno.Name(refused.Errno)}] {refused.Reason}", Errno = refused.Errno },
        JobWork.Timed timed => Timed(job, timed.Length, timed.Result, moment),
        JobWork.Wipe wipe => Timed(job, wipe.Length, "null", moment),
        JobWork.SelfTestWait wait => Waited(job, wait, moment),
        _ => throw new UnreachableException(),
    };

    private static Job Timed(Job job, TimeSpan length, string result, BoxMoment moment)
    {
        var part = length > TimeSpan.Zero ? (moment.Now - job.StartedAt) * moment.SpeedUp / length : 1;

        return part >= 1
            ? job.Ended(JobState.Success, moment.Now) with { Result = result }
            : job with { Percent = Math.Round(part * 100, 2) };
    }

    private static Job Waited(Job job, JobWork.SelfTestWait wait, BoxMoment moment)
    {
        if (moment.State.Drives.FirstOrDefault(drive => drive.Slot == wait.Slot) is not { IsInserted: true } drive)
        {
            return job.Ended(JobState.Failed, moment.Now) with { Error = "No S.M.A.R.T. test results found", Errno = Errno.Fault };
        }

        if (moment.Product.Release is Release.Core120)
        {
            return WaitedForRow(job, wait, drive, moment);
        }

        return CurrentTest.ProgressOf(drive, moment) is { } progress
            ? job with { Percent = progress }
            : job.Ended(JobState.Success, drive.LastTest?.EndedAt(moment.Now) is { } ended && ended > job.StartedAt ? ended : moment.Now);
    }

    /// <summary>Which may be there at once, where the drive logs the test that runs, or never, where its log is full.</summary>
    private static Job WaitedForRow(Job job, JobWork.SelfTestWait wait, Drive drive, BoxMoment moment)
    {
        if (SelfTestLog.Of(drive, moment).Length >= wait.AwaitedRow)
        {
            var row = LogRow.Of(SelfTestLog.Of(drive, moment)[wait.AwaitedRow - 1], wait.AwaitedRow - 1, drive, moment);

            return job.Ended(JobState.Success, moment.Now) with { Result = row.ToJsonString() };
        }

        return job with { Percent = Math.Min(99, (moment.Now - job.StartedAt) / (wait.ExpectedAt - job.StartedAt) * 100) };
    }
}
