namespace Burnin.MockTrueNas.Jobs;

/// <summary>What a job does.</summary>
internal abstract record JobWork
{
    private JobWork() { }

    /// <summary>Watches a drive until its API calls the test over: <c>smart.test.wait</c>.</summary>
    /// <param name="Slot">The drive.</param>
    /// <param name="ExpectedAt">When the drive should be done.</param>
    /// <param name="AwaitedRow">CORE 12.0 waits for a row of this number.</param>
    public sealed record SelfTestWait(int Slot, DateTimeOffset ExpectedAt, int AwaitedRow) : JobWork;

    /// <summary>Takes its time and is done.</summary>
    public sealed record Timed(TimeSpan Length, string Result) : JobWork;

    /// <summary>Writes over a drive.</summary>
    public sealed record Wipe(int Slot, TimeSpan Length) : JobWork;

    /// <summary>Has failed before it began.</summary>
    public sealed record Refused(int Errno, string Reason) : JobWork;
}
