using Burnin.Domain.Nases;
using Burnin.MockTrueNas;

namespace Burnin.TrueNas.Tests;

/// <summary>Sets of releases, for tests that hold for each of them.</summary>
public static class Profiles
{
    public static TheoryData<MockNasProfile> Core { get; } = [MockNasProfile.Core120, MockNasProfile.Core130, MockNasProfile.Core133];

    public static TheoryData<MockNasProfile> WithJsonRpc { get; } = [MockNasProfile.TrueNas2504, MockNasProfile.TrueNas2510, MockNasProfile.TrueNas260];

    public static TheoryData<MockNasProfile> WithRest { get; } =
    [
        MockNasProfile.Core120, MockNasProfile.Core130, MockNasProfile.Core133,
        MockNasProfile.Scale2212, MockNasProfile.Scale2310, MockNasProfile.Scale2404, MockNasProfile.Scale2410,
        MockNasProfile.TrueNas2504, MockNasProfile.TrueNas2510,
    ];

    /// <summary>By each way there is.</summary>
    public static TheoryData<MockNasProfile, NasKind> ByWay { get; } =
    [
        .. WithRest.Select(row => (row.Data, NasKind.Rest)), .. WithJsonRpc.Select(row => (row.Data, NasKind.JsonRpc)),
    ];

    /// <summary>Where the API tests drives.</summary>
    public static TheoryData<MockNasProfile> WithSmart { get; } =
    [
        MockNasProfile.Core120, MockNasProfile.Core130, MockNasProfile.Core133,
        MockNasProfile.Scale2212, MockNasProfile.Scale2310, MockNasProfile.Scale2404, MockNasProfile.Scale2410,
        MockNasProfile.TrueNas2504,
    ];
}
