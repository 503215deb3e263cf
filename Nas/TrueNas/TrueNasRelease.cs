using System.Globalization;
using System.Text.RegularExpressions;

namespace Burnin.Nas.TrueNas;

/// <summary>
/// Which release runs on a NAS, by what <c>system.version</c> says, and which of the API's habits it has. A release that is
/// newer than any known is taken to be like the newest. A habit says what is asked first; that a method is missing after
/// all is an answer like any other.
/// </summary>
internal sealed partial record TrueNasRelease
{
    private static readonly (int, int) Scale2212 = (22, 12);
    private static readonly (int, int) Scale2410 = (24, 10);
    private static readonly (int, int) TrueNas2504 = (25, 4);
    private static readonly (int, int) TrueNas2510 = (25, 10);
    private static readonly (int, int) TrueNas26 = (26, 0);

    private TrueNasRelease(TrueNasLine line, int major, int minor, string version) =>
        (Line, Major, Minor, Version) = (line, major, minor, version);

    public TrueNasLine Line { get; }

    public int Major { get; }

    public int Minor { get; }

    /// <summary><c>13.0-U6.8</c>, <c>24.10.2.4</c>.</summary>
    public string Version { get; }

    /// <summary>For people: <c>TrueNAS CORE 13.0-U6.8</c>, <c>TrueNAS 25.10.6</c>.</summary>
    public string Product => Line switch
    {
        TrueNasLine.Core => $"TrueNAS CORE {Version}",
        TrueNasLine.Scale => $"TrueNAS SCALE {Version}",
        TrueNasLine.TrueNas => $"TrueNAS {Version}",
    };

    public bool IsCore => Line is TrueNasLine.Core;

    public bool HasRest => Order.CompareTo(TrueNas26) < 0;

    public bool HasJsonRpc => Order.CompareTo(TrueNas2504) >= 0;

    /// <summary>Self-tests, their log and attributes: gone from the API with 25.10.</summary>
    public bool HasSmart => Order.CompareTo(TrueNas2510) < 0;

    /// <summary>A self-test can be ended on the drive, and not only its watcher on the NAS.</summary>
    public bool HasSmartAbort => HasSmart && Order.CompareTo(Scale2410) >= 0;

    /// <summary>25.04 looks for a self-test that runs in the drive's log, and nowhere else.</summary>
    public bool FindsRunningTestInLog => HasSmart && Order.CompareTo(TrueNas2504) >= 0;

    /// <summary>Every request of REST is written to the NAS's audit log: since 24.04.</summary>
    public bool AuditsRest => Order.CompareTo((24, 4)) >= 0;

    /// <summary>How temperatures are asked for.</summary>
    public TemperatureWay Temperatures =>
        Order.CompareTo(TrueNas2510) >= 0 ? TemperatureWay.FromKernel
        : Order.CompareTo(Scale2212) >= 0 ? TemperatureWay.WithOptions
        : Order == (12, 0) ? TemperatureWay.Plain
        : TemperatureWay.OneByOne;

    /// <summary>What tells free disks from others, beside the pool in <c>disk.query</c>.</summary>
    public UseWay Uses =>
        Order.CompareTo(Scale2410) >= 0 ? UseWay.Details
        : Order.CompareTo(Scale2212) >= 0 ? UseWay.UnusedWithExported
        : UseWay.Unused;

    private (int Major, int Minor) Order => (Major, Minor);

    /// <summary>Null for what is no version of this product.</summary>
    /// <param name="version">As <c>system.version</c> says it, or <c>GET /api/versions</c>: <c>TrueNAS-SCALE-24.10.2.4</c>, <c>TrueNAS-13.0-U6.8</c>, <c>v25.04.0</c>, <c>25.04.2.6</c>.</param>
    public static TrueNasRelease? Parse(string version)
    {
        if (Words().Match(version.Trim()) is not { Success: true } match)
        {
            return null;
        }

        var (major, minor) = (Number(match.Groups["major"]), Number(match.Groups["minor"]));
        TrueNasLine? line = (match.Groups["scale"].Success, major) switch
        {
            (_, 12 or 13) => TrueNasLine.Core,
            (_, 22 or 23 or 24) => TrueNasLine.Scale,
            (_, >= 25) => TrueNasLine.TrueNas,
            _ => null,
        };

        return line is { } known ? new TrueNasRelease(known, major, minor, match.Groups["version"].Value) : null;
    }

    private static int Number(Group digits) => int.Parse(digits.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A(TrueNAS-(?<scale>SCALE-)?|v)?(?<version>(?<major>\d{1,3})\.(?<minor>\d{1,3})[0-9A-Za-z.\-]*)\z")]
    private static partial Regex Words();
}
