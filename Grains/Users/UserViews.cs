using Burnin.Domain.Users;
using Burnin.Grains.Interfaces.Users;

namespace Burnin.Grains.Users;

internal static class UserViews
{
    public static UserView Of(UserRecord user, LockOut lockOut, DateTimeOffset now) => new()
    {
        Name = user.Name,
        Role = Roles.NameOf(user.Role),
        CreatedAt = user.CreatedAt,
        LockedUntil = lockOut.IsLockedAt(now) ? lockOut.Until : null,
    };

    public static TokenView Of(TokenRecord token) => new()
    {
        Id = token.Id,
        Name = token.Name,
        Role = Roles.NameOf(token.Role),
        CreatedAt = token.CreatedAt,
        CreatedBy = token.CreatedBy,
        ExpiresAt = token.ExpiresAt,
    };
}
