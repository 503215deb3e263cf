namespace Burnin.Grains.Interfaces.Users;

[GenerateSerializer, Immutable, Alias("burnin.new-user")]
public sealed record NewUser
{
    [Id(0)]
    public required string Name { get; init; }

    [Id(1)]
    public required string Password { get; init; }

    /// <summary><c>viewer</c>, <c>operator</c>, <c>admin</c>.</summary>
    [Id(2)]
    public required string Role { get; init; }

    /// <summary>A record prints all it holds; a password must not reach a log that way.</summary>
    public override string ToString() => $"{nameof(NewUser)} {Name}, {Role}";
}
