using System.Collections.Immutable;

namespace Burnin.Domain.Users;

/// <summary>Roles by the names they have on every wire.</summary>
public static class Roles
{
    public const string Viewer = "viewer";
    public const string Operator = "operator";
    public const string Admin = "admin";

    /// <summary>From the least to the most.</summary>
    public static ImmutableArray<string> All { get; } = [Viewer, Operator, Admin];

    public static string NameOf(Role role) => All[(int)role];

    /// <summary>Null if there is no such role.</summary>
    public static Role? Find(string? name) => name is not null && All.IndexOf(name) is >= 0 and var place ? (Role)place : null;
}
