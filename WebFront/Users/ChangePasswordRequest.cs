using Burnin.WebFront.Http;

namespace Burnin.WebFront.Users;

internal sealed record ChangePasswordRequest : INamesOperator
{
    public string? OldPassword { get; init; }

    public string? NewPassword { get; init; }

    public string? Operator { get; init; }
}
