using Burnin.WebFront.Http;

namespace Burnin.WebFront.Users;

internal sealed record AddUserRequest : INamesOperator
{
    public string? Name { get; init; }

    public string? Password { get; init; }

    /// <summary><c>viewer</c>, <c>operator</c>, <c>admin</c>.</summary>
    public string? Role { get; init; }

    public string? Operator { get; init; }
}
