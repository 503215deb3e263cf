using System.Diagnostics;
using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Users;
using Burnin.WebFront.Access;
using Burnin.WebFront.Commands;
using Burnin.WebFront.Http;
using Microsoft.AspNetCore.Http;

namespace Burnin.WebFront.Users;

/// <summary>Changes of users and tokens, the same for pages and for the API: each says in the trail what was done, and never a secret.</summary>
internal sealed class UserCommands(IGrainFactory grains)
{
    public async Task<(UserView? User, ApiProblem? Problem)> SetUpAsync(HttpContext http, string? name, string? password, string? code) =>
        Say(http, name, await grains.Users().SetUpAsync(NewUser(name, password, AccessRole.Admin), code ?? ""), user => $"{user.Name} is the first admin");

    public async Task<(UserView? User, ApiProblem? Problem)> AddAsync(HttpContext http, string? name, string? password, string? role) =>
        Say(http, name, await grains.Users().AddAsync(NewUser(name, password, role)), user => $"{user.Name} is added as {user.Role}");

    public async Task<(UserView? User, ApiProblem? Problem)> ChangeAsync(HttpContext http, string name, string? role, string? password)
    {
        var wish = new ChangeUser { Name = name, Role = OrNull(role), NewPassword = OrNull(password) };
        return Say(http, name, await grains.Users().ChangeAsync(wish), user => wish.NewPassword is null
            ? $"{user.Name} is {user.Role}"
            : $"{user.Name} is {user.Role}, with a new password");
    }

    public async Task<(UserView? User, ApiProblem? Problem)> ChangePasswordAsync(HttpContext http, string name, string? oldPassword, string? newPassword) =>
        Say(
            http,
            name,
            await grains.Users().ChangeAsync(new ChangeUser { Name = name, OldPassword = oldPassword, NewPassword = newPassword ?? "", ProvesOldPassword = true }),
            user => $"{user.Name} has a new password");

    public async Task<(UserView? User, ApiProblem? Problem)> RemoveAsync(HttpContext http, string name) =>
        Say(http, name, await grains.Users().RemoveAsync(name), user => $"{user.Name} is removed, who was {user.Role}");

    public async Task<(AddTokenResult.Added? Added, ApiProblem? Problem)> AddTokenAsync(
        HttpContext http, string? name, string? role, DateTimeOffset? expiresAt, string by)
    {
        switch (await grains.Users().AddTokenAsync(new NewToken { Name = name?.Trim() ?? "", Role = role ?? "", ExpiresAt = expiresAt, By = by }))
        {
            case AddTokenResult.Added added:
                CommandNote.Of(http).Detail = $"token {added.Token.Name} ({added.Token.Id}) as {added.Token.Role}";
                return (added, null);
            case AddTokenResult.Invalid invalid:
                return (null, Refuse.Invalid(invalid.Field, invalid.Reason));
            case var other:
                throw new UnreachableException(other.GetType().Name);
        }
    }

    public async Task<ApiProblem?> RevokeTokenAsync(HttpContext http, string id)
    {
        CommandNote.Of(http).Detail = $"token {id}";
        return await grains.Users().RevokeTokenAsync(id)
            ? null
            : new ApiProblem(StatusCodes.Status404NotFound, "unknown_token", $"There is no token with the id {id}.");
    }

    private static NewUser NewUser(string? name, string? password, string? role) =>
        new() { Name = name?.Trim() ?? "", Password = password ?? "", Role = role ?? "" };

    private static string? OrNull(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static (UserView? User, ApiProblem? Problem) Say(HttpContext http, string? name, ChangeUserResult result, Func<UserView, string> done)
    {
        switch (result)
        {
            case ChangeUserResult.Done { User: var user }:
                CommandNote.Of(http).Detail = done(user);
                return (user, null);
            case ChangeUserResult.Invalid invalid:
                return (null, Refuse.Invalid(invalid.Field, invalid.Reason));
            case ChangeUserResult.Refused refused:
                return (null, new ApiProblem(StatusCodes.Status409Conflict, refused.Code, refused.Reason));
            case ChangeUserResult.Unknown:
                return (null, new ApiProblem(StatusCodes.Status404NotFound, "unknown_user", $"There is no user named {name}."));
            case var other:
                throw new UnreachableException(other.GetType().Name);
        }
    }
}
