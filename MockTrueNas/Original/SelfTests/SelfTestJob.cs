using System.Collections.Immutable;

namespace Burnin.MockTrueNas.Original.SelfTests;

/// <summary>What the NAS gave a number: the tests, one for each drive, that one request started.</summary>
internal sealed record SelfTestJob
{
    /// <summary>How long a new job waits for a worker, in the NAS's own time.</summary>
    private static readonly TimeSpan Queued = TimeSpan.FromSeconds(1);

    public required int Id { get; init; }

    public required SelfTestKind Kind { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required ImmutableArray<SelfTest> Tests { get; init; }

    public SelfTestJob Interrupted(InterruptionCause cause, DateTimeOffset now) =>
        this with { Tests = [.. Tests.Select(test => test.Interrupted(cause, now))] };

    public SelfTestJob WithoutDrive(string serial, DateTimeOffset now) => this with
    {
        Tests = [.. Tests.Select(test =>
            test.Serial == serial ? test.Interrupted(InterruptionCause.DriveRemoved, now) : test)],
    };

    public JobReading At(DateTimeOffset now)
    {
        var readings = Tests.Select(test => (Test: test, Now: test.At(now))).ToList();
        var running = readings.Where(pair => pair.Now.EndedAt is null).ToList();

        if (running.Count > 0)
        {
            var waited = (now - StartedAt) * running[0].Test.SpeedUp;
            var state = waited < Queued ? JobState.Waiting : JobState.Running;

            return new JobReading(state, running.Min(pair => pair.Now.Percent), null, null);
        }

        var percent = readings.Min(pair => pair.Now.Percent);
        var endedAt = readings.Max(pair => pair.Now.EndedAt);

        if (readings.Any(pair => pair.Now.Status == SelfTestStatus.Aborted))
        {
            return new JobReading(JobState.Aborted, percent, endedAt, null);
        }

        var failures = readings.Where(pair => pair.Now.Status == SelfTestStatus.Failed)
            .Select(pair => $"{pair.Test.Name}: {pair.Now.Verdict}").ToList();

        return failures.Count > 0
            ? new JobReading(JobState.Failed, percent, endedAt, $"[EFAULT] {string.Join("; ", failures)}")
            : new JobReading(JobState.Success, percent, endedAt, null);
    }
}
