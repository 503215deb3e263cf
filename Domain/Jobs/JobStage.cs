namespace Burnin.Domain.Jobs;

/// <summary>One stage of one job, from pending to its end.</summary>
public sealed record JobStage
{
    public required StageName Name { get; init; }

    public StageState State { get; init; } = StageState.Pending;

    /// <summary>What it is expected to take: weight in the overall percent, and base of the first estimate.</summary>
    public required double ExpectedSeconds { get; init; }

    /// <summary>Of this stage, 0 to 100.</summary>
    public double Percent { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Of its time so far, how long a person had the job paused.</summary>
    public double PausedSeconds { get; init; }

    /// <summary>How often it was ordered anew because the run was lost.</summary>
    public int Attempts { get; init; }

    public RunResult? Result { get; init; }

    public bool IsOver => State is not (StageState.Pending or StageState.Running);
}
