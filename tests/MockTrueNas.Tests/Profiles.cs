using Burnin.MockTrueNas.Products;

namespace Burnin.MockTrueNas.Tests;

/// <summary>Sets of releases, for tests that hold for each of them.</summary>
public static class Profiles
{
    public static TheoryData<MockNasProfile> All { get; } = [.. KnownProducts.All.Select(product => product.Profile)];

    public static TheoryData<MockNasProfile> WithRest { get; } = Where(product => product.HasRest);

    public static TheoryData<MockNasProfile> WithoutRest { get; } = Where(product => !product.HasRest);

    public static TheoryData<MockNasProfile> WithJsonRpc { get; } = Where(product => product.HasJsonRpc);

    public static TheoryData<MockNasProfile> WithoutJsonRpc { get; } = Where(product => !product.HasJsonRpc);

    public static TheoryData<MockNasProfile> WithSmart { get; } = Where(product => product.HasSmart);

    public static TheoryData<MockNasProfile> WithoutSmart { get; } = Where(product => !product.HasSmart);

    public static TheoryData<MockNasProfile> Core { get; } = Where(product => product.IsCore);

    private static TheoryData<MockNasProfile> Where(Func<Product, bool> isWanted) => [.. KnownProducts.All.Where(isWanted).Select(product => product.Profile)];
}
