namespace Burnin.WebFront.Live;

/// <summary>Who hears what.</summary>
internal static class DashboardGroups
{
    /// <summary>Every connection is in it.</summary>
    public const string Fleet = "fleet";

    private const string NasPrefix = "nas:";

    public static string Of(string nas) => NasPrefix + nas;

    /// <summary>Null for a group that is of no one NAS.</summary>
    public static string? NasOf(string group) => group.StartsWith(NasPrefix, StringComparison.Ordinal) ? group[NasPrefix.Length..] : null;
}
