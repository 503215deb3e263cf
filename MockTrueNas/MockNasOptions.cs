namespace Burnin.MockTrueNas;

public sealed record MockNasOptions
{
    public const string DefaultApiKey = "mock-key";

    /// <summary>Seeds the serial numbers: two boxes of different names never hold the same drive, one name always holds the same.</summary>
    public string Name { get; init; } = "truenas";

    public MockNasProfile Profile { get; init; } = MockNasProfile.Original;

    /// <summary>Where it is left as it is, a box of a real product has a key in that product's form: see <see cref="MockNas.ApiKey"/>.</summary>
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

    /// <summary>The port with TLS of a box of a real product; 0 takes a free one.</summary>
    public int SecurePort { get; init; }

    /// <summary>How many drives a box of a real product holds; null for as many as it takes to show every case.</summary>
    public int? Drives
    {
        get;
        init => field = value is null or > 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Drives), value, "A NAS holds at least one drive.");
    }

    /// <summary>Makes every drive so large instead of as large as its model is, so that its whole surface can be written on a pretended host.</summary>
    public long? DriveBytes
    {
        get;
        init => field = value is null or >= 1 << 20
            ? value
            : throw new ArgumentOutOfRangeException(nameof(DriveBytes), value, "A drive has at least a mebibyte.");
    }

    /// <summary>Whether the first drives of a real product are in use or odd; otherwise there is a boot pool, and all else is free.</summary>
    public bool HasCases { get; init; } = true;

    /// <summary>Whether a key may come over a connection without TLS, since it is loopback: for people who look on.</summary>
    public bool TrustsLoopback { get; init; }

    /// <summary>Whether a box that was violated throws when it is disposed of, so that the test fails which did it.</summary>
    public bool ThrowsOnViolation { get; init; } = true;
}
