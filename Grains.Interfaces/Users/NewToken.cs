namespace Burnin.Grains.Interfaces.Users;

[GenerateSerializer, Immutable, Alias("burnin.new-token")]
public sealed record NewToken
{
    [Id(0)]
    public required string Name { get; init; }

    /// <summary><c>viewer</c>, <c>operator</c>, <c>admin</c>.</summary>
    [Id(1)]
    public required string Role { get; init; }

    /// <summary>Null: never.</summary>
    [Id(2)]
    public DateTimeOffset? ExpiresAt { get; init; }

    [Id(3)]
    public required string By { get; init; }
}
