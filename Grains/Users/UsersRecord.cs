using System.Collections.Immutable;

namespace Burnin.Grains.Users;

/// <summary>What the users grain stores. Its JSON is a contract.</summary>
public sealed record UsersRecord
{
    public ImmutableArray<UserRecord> Users { get; init; } = [];

    public ImmutableArray<TokenRecord> Tokens { get; init; } = [];
}
