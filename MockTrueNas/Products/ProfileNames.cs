namespace Burnin.MockTrueNas.Products;

/// <summary>The names by which settings and people call a profile: <c>original</c>, <c>core-13.0-U6.8</c>, <c>25.10.6</c>.</summary>
internal static class ProfileNames
{
    private const string Original = "original";
    private const string LegacyHobby = "legacy-hobby";

    public static string Of(MockNasProfile profile) => KnownProducts.Of(profile)?.Name ?? Original;

    /// <summary>Takes the names without regard to case, and those of the enumeration; returns null for any other.</summary>
    public static MockNasProfile? Find(string name)
    {
        return Is(Original) || Is(LegacyHobby) ? MockNasProfile.Original
            : KnownProducts.All.FirstOrDefault(product => Is(product.Name) || Is(product.Profile.ToString()))?.Profile;

        bool Is(string known) => string.Equals(known, name, StringComparison.OrdinalIgnoreCase);
    }
}
