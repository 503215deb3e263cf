namespace Burnin.WebFront.Live;

/// <summary>Who hears what.</summary>
internal static class DashboardGroups
{
    /// <summary>Every connection is in it.</summary>
    public const string Fleet = "fleet";

    public static string Of(string nas) => $"nas:{nas}";
}
