using Burnin.WebFront.Http;

namespace Burnin.WebFront.Users;

/// <summary>What is left out stays as it is.</summary>
internal sealed record ChangeUserRequest : INamesOperator
{
    /// <summary><c>viewer</c>, <c>operator</c>, <c>admin</c>.</summary>
    public string? Role { get; init; }

    public string? Password { get; init; }

    public string? Operator { get; init; }
}
