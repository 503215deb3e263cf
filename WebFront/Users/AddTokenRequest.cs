using Burnin.WebFront.Http;

namespace Burnin.WebFront.Users;

internal sealed record AddTokenRequest : INamesOperator
{
    /// <summary>What the program is called.</summary>
    public string? Name { get; init; }

    /// <summary><c>viewer</c>, <c>operator</c>, <c>admin</c>.</summary>
    public string? Role { get; init; }

    /// <summary>Left out: never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public string? Operator { get; init; }
}
