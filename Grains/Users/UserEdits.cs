using System.Collections.Immutable;
using Burnin.Domain.Users;
using Burnin.Grains.Interfaces.Users;

namespace Burnin.Grains.Users;

/// <summary>What may be changed of users and tokens, before anything is stored. Null: it may.</summary>
internal static class UserEdits
{
    public const int LongestTokenName = 64;

    private const string OneOf = "One of viewer, operator, admin.";

    public static ChangeUserResult? ProblemOf(NewUser user, ImmutableArray<UserRecord> users) =>
        UserRules.NameProblem(user.Name) is { } name ? new ChangeUserResult.Invalid("name", name)
        : Find(users, user.Name) is not null ? new ChangeUserResult.Invalid("name", "Somebody of this name is there already.")
        : Roles.Find(user.Role) is null ? new ChangeUserResult.Invalid("role", OneOf)
        : UserRules.PasswordProblem(user.Password, user.Name) is { } password ? new ChangeUserResult.Invalid("password", password)
        : null;

    public static ChangeUserResult? ProblemOf(ChangeUser wish, UserRecord user, ImmutableArray<UserRecord> users) =>
        wish.Role is not null && Roles.Find(wish.Role) is null ? new ChangeUserResult.Invalid("role", OneOf)
        : wish.Role is not (null or Roles.Admin) && IsLastAdmin(user, users) ? LastAdmin
        : wish.NewPassword is { } password && UserRules.PasswordProblem(password, user.Name) is { } problem
            ? new ChangeUserResult.Invalid("password", problem)
        : null;

    public static ChangeUserResult? ProblemOfRemoving(UserRecord user, ImmutableArray<UserRecord> users) => IsLastAdmin(user, users) ? LastAdmin : null;

    public static AddTokenResult.Invalid? ProblemOf(NewToken token, ImmutableArray<TokenRecord> tokens, DateTimeOffset now) =>
        token.Name.Length is 0 or > LongestTokenName || token.Name.Any(char.IsControl)
            ? new("name", $"Write 1 to {LongestTokenName} characters, on one line.")
        : tokens.Any(other => string.Equals(other.Name, token.Name, StringComparison.OrdinalIgnoreCase)) ? new("name", "There is a token of this name. Revoke it first, or take another name.")
        : Roles.Find(token.Role) is null ? new("role", OneOf)
        : token.ExpiresAt <= now ? new("expires_at", "That moment is past.")
        : null;

    public static UserRecord? Find(ImmutableArray<UserRecord> users, string name) =>
        users.FirstOrDefault(user => string.Equals(user.Name, name, StringComparison.OrdinalIgnoreCase));

    private static ChangeUserResult.Refused LastAdmin { get; } =
        new("last_admin", "This is the only admin. Make somebody else an admin first, or nobody could do it any more.");

    private static bool IsLastAdmin(UserRecord user, ImmutableArray<UserRecord> users) =>
        user.Role == Role.Admin && users.Count(other => other.Role == Role.Admin) == 1;
}
