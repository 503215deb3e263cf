using System.Collections.Immutable;

namespace Burnin.Grains.Users;

/// <summary>What the users grain stores. Its JSON is a contract.</summary>
public sealed record UsersRecord
{
    public ImmutableArray<UserRecord> Users { get; init; } = [];

    public ImmutableArray<TokenRecord> Tokens { get; init; } = [];

    /// <summary>Makes the first admin; gone as soon as there is one.</summary>
    public string? SetUpCode { get; init; }
}
