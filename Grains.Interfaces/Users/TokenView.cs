namespace Burnin.Grains.Interfaces.Users;

/// <summary>A token for a program. Its secret is in nobody's hands but the program's.</summary>
[GenerateSerializer, Immutable, Alias("burnin.token-view")]
public sealed record TokenView
{
    [Id(0)]
    public required string Id { get; init; }

    /// <summary>What the program is called; audit rows of its commands say <c>token NAME</c>.</summary>
    [Id(1)]
    public required string Name { get; init; }

    /// <summary><c>viewer</c>, <c>operator</c>, <c>admin</c>.</summary>
    [Id(2)]
    public required string Role { get; init; }

    [Id(3)]
    public required DateTimeOffset CreatedAt { get; init; }

    [Id(4)]
    public required string CreatedBy { get; init; }

    /// <summary>Null: never.</summary>
    [Id(5)]
    public DateTimeOffset? ExpiresAt { get; init; }
}
