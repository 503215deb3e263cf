namespace Burnin.WebFront.Access;

/// <summary>Roles as they are on every wire, and as the policies of the routes are called. Each may do what those before may.</summary>
internal static class AccessRole
{
    /// <summary>Looks.</summary>
    public const string Viewer = "viewer";

    /// <summary>Starts, pauses and cancels.</summary>
    public const string Operator = "operator";

    /// <summary>Adds NAS boxes, changes settings, manages users.</summary>
    public const string Admin = "admin";

    /// <summary>From the least to the most.</summary>
    public static IReadOnlyList<string> All { get; } = [Viewer, Operator, Admin];

    /// <summary>All who may do what this one may.</summary>
    public static string[] From(string role) => [.. All.SkipWhile(each => each != role)];
}
