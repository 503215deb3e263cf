namespace Burnin.MockTrueNas;

public sealed record MockNasOptions
{
    public const string DefaultApiKey = "mock-key";

    /// <summary>Seeds the serial numbers: two boxes of different names never hold the same drive, one name always holds the same.</summary>
    public string Name { get; init; } = "truenas";

    public MockNasProfile Profile { get; init; } = MockNasProfile.Original;

    public string ApiKey { get; init; } = DefaultApiKey;

    /// <summary>How many times faster than the clock the NAS lives: at 60, a test of 90 s takes one and a half.</summary>
    public double SpeedUp
    {
        get;
        init => field = double.IsFinite(value) && value > 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(SpeedUp), value, "The speed-up must be a number above zero.");
    } = 1;

    /// <summary>The loopback port of an in-process NAS; 0 takes a free one.</summary>
    public int Port { get; init; }
}
