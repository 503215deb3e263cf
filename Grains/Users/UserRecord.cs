using Burnin.Domain.Users;

namespace Burnin.Grains.Users;

/// <summary>One user as stored. Its JSON is a contract.</summary>
public sealed record UserRecord
{
    public required string Name { get; init; }

    public required Role Role { get; init; }

    /// <summary>As ASP.NET Core Identity hashes: salted, slow, and telling by which rule.</summary>
    public required string PasswordHash { get; init; }

    /// <summary>Random; a sign-in is good as long as this stays.</summary>
    public required string Stamp { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
