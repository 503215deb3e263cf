using Burnin.Domain.Users;

namespace Burnin.Grains.Users;

/// <summary>One token as stored. Its JSON is a contract.</summary>
public sealed record TokenRecord
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required Role Role { get; init; }

    /// <summary>SHA-256 in hexadecimal: the secret is random and long, so a slow hash would add nothing.</summary>
    public required string SecretHash { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }
}
