namespace Burnin.Domain.Jobs;

/// <summary>What the states of jobs and stages are called on every wire.</summary>
public static class JobWords
{
    extension(BurnInJob job)
    {
        /// <summary><c>queued, running, paused, passed, failed, inconclusive, cancelled</c>.</summary>
        public string StateWord => job.Phase switch
        {
            JobPhase.Queued or JobPhase.Running when job.Held is not null => "paused",
            JobPhase.Queued => "queued",
            JobPhase.Running => "running",
            JobPhase.Cancelled => "cancelled",
            JobPhase.Finished => job.Verdict!.Kind switch
            {
                VerdictKind.Pass or VerdictKind.PassWithNotes => "passed",
                VerdictKind.Fail => "failed",
                VerdictKind.Inconclusive => "inconclusive",
            },
        };
    }

    extension(VerdictKind kind)
    {
        public string Word => kind switch
        {
            VerdictKind.Pass => "pass",
            VerdictKind.PassWithNotes => "pass_with_notes",
            VerdictKind.Fail => "fail",
            VerdictKind.Inconclusive => "inconclusive",
        };
    }

    extension(StageState state)
    {
        public string Word => state switch
        {
            StageState.Pending => "pending",
            StageState.Running => "running",
            StageState.Passed => "passed",
            StageState.Failed => "failed",
            StageState.Inconclusive => "inconclusive",
            StageState.Skipped => "skipped",
            StageState.Cancelled => "cancelled",
        };
    }

    extension(Severity severity)
    {
        public string Word => severity switch
        {
            Severity.Note => "note",
            Severity.Inconclusive => "inconclusive",
            Severity.Fail => "fail",
        };
    }
}
