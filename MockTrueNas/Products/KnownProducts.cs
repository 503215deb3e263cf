using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Burnin.MockTrueNas.Products;

/// <summary>Every release that a box can pretend to be.</summary>
internal static class KnownProducts
{
    private static readonly ImmutableArray<string> Api2504 = ["v25.04.0", "v25.04.1", "v25.04.2"];

    private static readonly ImmutableArray<string> Api2510 =
        [.. Api2504, "v25.10.0", "v25.10.1", "v25.10.2", "v25.10.3", "v25.10.4", "v25.10.5"];

    public static ImmutableArray<Product> All { get; } =
    [
        Core(MockNasProfile.Core120, Release.Core120, "12.0-U8.1", "FreeBSD 12.2-RELEASE-p14", "7.2") with { BuildDate = "2022-04-20" },
        Core(MockNasProfile.Core130, Release.Core130, "13.0-U6.8", "FreeBSD 13.1-RELEASE-p9", "7.4") with { BuildDate = "2025-05-21" },
        Core(MockNasProfile.Core133, Release.Core133, "13.3-U1.2", "FreeBSD 13.3-RELEASE-p8", "7.4") with { BuildDate = "2025-03-20" },
        Scale(MockNasProfile.Scale2212, Release.Scale2212, "22.12.4", "5.15.131+truenas", "7.2") with { BuildDate = "2023-09-26" },
        Scale(MockNasProfile.Scale2310, Release.Scale2310, "23.10.2", "6.1.74-production+truenas", "7.4") with { BuildDate = "2024-02-21" },
        Scale(MockNasProfile.Scale2404, Release.Scale2404, "24.04.2", "6.6.32-production+truenas", "7.4") with { BuildDate = "2024-07-09" },
        Scale(MockNasProfile.Scale2410, Release.Scale2410, "24.10.2", "6.6.44-production+truenas", "7.4") with { BuildDate = "2025-01-28" },
        TrueNas(MockNasProfile.TrueNas2504, Release.TrueNas2504, "25.04.2", "6.12.15-production+truenas", Api2504) with { BuildDate = "2025-07-29" },
        TrueNas(MockNasProfile.TrueNas2510, Release.TrueNas2510, "25.10.6", "6.12.33-production+truenas", Api2510) with { BuildDate = "2026-07-28" },
        TrueNas(MockNasProfile.TrueNas260, Release.TrueNas260, "26.0", "6.18.13-production+truenas", [.. Api2510, "v26.0.0"]) with
        {
            BuildDate = "2026-10-27",
            IdleLimit = TimeSpan.FromHours(1),
        },
    ];

    private static readonly FrozenDictionary<MockNasProfile, Product> ByProfile = All.ToFrozenDictionary(product => product.Profile);

    /// <summary>Null for the original's contract, which is no product.</summary>
    public static Product? Of(MockNasProfile profile) => ByProfile.GetValueOrDefault(profile);

    private static Product Core(MockNasProfile profile, Release release, string version, string kernel, string smartctl) => new()
    {
        Profile = profile,
        Name = $"core-{version}",
        Release = release,
        Version = $"TrueNAS-{version}",
        ShortVersion = version,
        Type = "CORE",
        BuildDate = "",
        Kernel = kernel,
        Smartctl = smartctl,
    };

    private static Product Scale(MockNasProfile profile, Release release, string version, string kernel, string smartctl) => new()
    {
        Profile = profile,
        Name = $"scale-{version}",
        Release = release,
        Version = $"TrueNAS-SCALE-{version}",
        ShortVersion = version,
        Type = "SCALE",
        BuildDate = "",
        Kernel = kernel,
        Smartctl = smartctl,
    };

    private static Product TrueNas(MockNasProfile profile, Release release, string version, string kernel, ImmutableArray<string> api) => new()
    {
        Profile = profile,
        Name = version,
        Release = release,
        Version = $"TrueNAS-{version}",
        ShortVersion = version,
        Type = "COMMUNITY_EDITION",
        BuildDate = "",
        Kernel = kernel,
        Smartctl = "7.4",
        ApiVersions = api,
    };
}
