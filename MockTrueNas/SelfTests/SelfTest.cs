using Burnin.MockTrueNas.Drives;

namespace Burnin.MockTrueNas.SelfTests;

/// <summary>A self-test since the NAS was switched on. Nothing moves it: where it stands follows from the time alone.</summary>
internal sealed record SelfTest
{
    private const double FailingPercent = 30;

    public required SelfTestKind Kind { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>On the clock, so already shortened by the speed-up.</summary>
    public required TimeSpan Length { get; init; }

    public required bool IsDoomed { get; init; }

    public SelfTestEnd? CutBy { get; private init; }

    public DateTimeOffset? CutAt { get; private init; }

    /// <summary>True where somebody turned the clock of this test to its end.</summary>
    private bool IsHurried { get; init; }

    private DateTimeOffset NaturalEnd => StartedAt + (IsDoomed ? Length * FailingPercent / 100 : Length);

    public static SelfTest Of(Drive drive, SelfTestKind kind, DateTimeOffset now, double speedUp) => new()
    {
        Kind = kind,
        StartedAt = now,
        Length = TimeSpan.FromMinutes(MinutesOf(drive.Model, kind)) / speedUp,
        IsDoomed = drive.IsDoomed && kind is not SelfTestKind.Offline,
    };

    /// <summary>What the drive itself says that it will take.</summary>
    public static int MinutesOf(DriveModel model, SelfTestKind kind) => kind switch
    {
        SelfTestKind.Short => model.ShortTestMinutes,
        SelfTestKind.Long => model.LongTestMinutes,
        SelfTestKind.Conveyance => model.ShortTestMinutes + 1,
        SelfTestKind.Offline => 10,
    };

    public bool Runs(DateTimeOffset now) => EndedAt(now) is null;

    public DateTimeOffset? EndedAt(DateTimeOffset now) => CutAt ?? (now < NaturalEnd ? null : NaturalEnd);

    public SelfTest Cut(SelfTestEnd by, DateTimeOffset now) => Runs(now) ? this with { CutBy = by, CutAt = now } : this;

    /// <summary>Brings it at once to where time would have brought it.</summary>
    public SelfTest Completed(DateTimeOffset now) => Runs(now) ? this with { IsHurried = true, CutAt = now } : this;

    public double PercentAt(DateTimeOffset now) =>
        IsHurried || (CutAt is null && now >= NaturalEnd) ? IsDoomed ? FailingPercent : 100
        : Math.Clamp(((CutAt ?? now) - StartedAt) / Length * 100, 0, 100);

    public SelfTestEnd? EndAt(DateTimeOffset now) => Runs(now) ? null : CutBy ?? (IsDoomed ? SelfTestEnd.Failed : SelfTestEnd.Passed);
}
