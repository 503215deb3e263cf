namespace Burnin.Domain.Jobs;

/// <summary>How far a job is as a whole, and when it may end: from its stages and what they took so far.</summary>
public static class JobProgress
{
    /// <summary>Below this a stage has shown too little to reckon with.</summary>
    private const double MeasuredPercent = 1;

    /// <summary>0 to 100, weighted by expected duration.</summary>
    public static double PercentOf(BurnInJob job)
    {
        var total = job.Stages.Sum(stage => stage.ExpectedSeconds);
        return job.Stages.All(stage => stage.State == StageState.Passed) ? 100
            : total <= 0 ? 0
            : Math.Clamp(job.Stages.Sum(stage => stage.ExpectedSeconds * stage.Percent) / total, 0, 100);
    }

    /// <summary>Null where nothing was measured yet, or nothing goes on.</summary>
    public static DateTimeOffset? EtaOf(BurnInJob job, DateTimeOffset now)
    {
        if (job is not { Phase: JobPhase.Running, Trouble: null, Held: null, Current: { StartedAt: { } begun } current })
        {
            return null;
        }

        var elapsed = (now - begun).TotalSeconds - current.PausedSeconds;
        var isMeasured = current.Percent >= MeasuredPercent && elapsed > 0;
        var whole = isMeasured ? elapsed * 100 / current.Percent : current.ExpectedSeconds;

        // The drive at hand may be slower or faster than drives are on average: what its runs showed holds for
        // what is to come. How long a look took says nothing about the drive.
        var pace = PaceOf(job, isMeasured ? (whole, current.ExpectedSeconds) : (0, 0));
        var pending = job.Stages.Where(stage => stage.State == StageState.Pending).Sum(stage => stage.ExpectedSeconds);
        return now.AddSeconds(Math.Max(0, whole - elapsed) + (pending * pace));
    }

    private static double PaceOf(BurnInJob job, (double Seconds, double Expected) current)
    {
        var ended = job.Stages.Where(stage => stage is { State: StageState.Passed, Name.IsExamination: false, StartedAt: not null, FinishedAt: not null }).ToList();
        var seconds = current.Seconds + ended.Sum(stage => (stage.FinishedAt!.Value - stage.StartedAt!.Value).TotalSeconds - stage.PausedSeconds);
        var expected = current.Expected + ended.Sum(stage => stage.ExpectedSeconds);
        return expected > 0 && seconds > 0 ? seconds / expected : 1;
    }
}
