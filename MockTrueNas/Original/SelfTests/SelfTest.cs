namespace Burnin.MockTrueNas.Original.SelfTests;

/// <summary>A self-test of one drive. Nothing moves it: where it stands follows from the time alone.</summary>
internal sealed record SelfTest
{
    private const int FailingPercent = 30;

    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(5);

    public required string Serial { get; init; }

    /// <summary>The drive's name when the test began; the drive may have moved since.</summary>
    public required string Name { get; init; }

    public required SelfTestKind Kind { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required double SpeedUp { get; init; }

    public required bool IsDoomed { get; init; }

    public Interruption? Interruption { get; private init; }

    private TimeSpan NaturalLength => IsDoomed
        ? Math.Ceiling(Kind.Duration * FailingPercent / 100 / Tick) * Tick
        : Kind.Duration;

    private DateTimeOffset NaturalEnd => StartedAt + (NaturalLength / SpeedUp);

    public SelfTest Interrupted(InterruptionCause cause, DateTimeOffset now) =>
        At(now).EndedAt is null ? this with { Interruption = new Interruption(cause, now) } : this;

    public SelfTestReading At(DateTimeOffset now)
    {
        if (Interruption is { } cut)
        {
            return cut.Cause switch
            {
                InterruptionCause.Aborted => new(SelfTestStatus.Aborted, PercentAt(cut.At), "Aborted by host", cut.At),
                InterruptionCause.Completed => Ended(cut.At),
                InterruptionCause.DriveRemoved =>
                    new(SelfTestStatus.Failed, PercentAt(cut.At), "Interrupted (host reset)", cut.At),
            };
        }

        return now < NaturalEnd
            ? new(SelfTestStatus.Running, PercentAt(now), "Self-test routine in progress", null)
            : Ended(NaturalEnd);
    }

    private SelfTestReading Ended(DateTimeOffset at) => IsDoomed
        ? new(SelfTestStatus.Failed, Percent(NaturalLength), "Completed: read failure", at) { HasReadFailure = true }
        : new(SelfTestStatus.Success, 100, "Completed without error", at);

    private int PercentAt(DateTimeOffset now) => Percent(Math.Max(0, Math.Floor((now - StartedAt) * SpeedUp / Tick)) * Tick);

    private int Percent(TimeSpan progress) => (int)(progress / Kind.Duration * 100);
}
