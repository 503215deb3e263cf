namespace Burnin.Grains.Interfaces.Users;

/// <summary>One who may sign in.</summary>
[GenerateSerializer, Immutable, Alias("burnin.user-view")]
public sealed record UserView
{
    [Id(0)]
    public required string Name { get; init; }

    /// <summary><c>viewer</c>, <c>operator</c>, <c>admin</c>.</summary>
    [Id(1)]
    public required string Role { get; init; }

    [Id(2)]
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Too many wrong passwords; null while he may try.</summary>
    [Id(3)]
    public DateTimeOffset? LockedUntil { get; init; }
}
