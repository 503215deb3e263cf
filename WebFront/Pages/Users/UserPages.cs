using System.Globalization;
using Burnin.WebFront.Access;
using Burnin.WebFront.Commands;
using Burnin.WebFront.Http;
using Burnin.WebFront.Pages.Shell;
using Burnin.WebFront.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Burnin.WebFront.Pages.Users;

/// <summary>Users, tokens and one's own password as forms. All of it works without scripts.</summary>
internal static class UserPages
{
    public static void MapUserPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/settings/users", (HttpContext http, UserPageReader pages) => pages.ShowAsync<UsersPage>(http)).RequireAuthorization(AccessRole.Admin);
        routes.MapGet("/settings/tokens", (HttpContext http, UserPageReader pages) => pages.ShowAsync<TokensPage>(http)).RequireAuthorization(AccessRole.Admin);
        routes.MapGet("/settings/password", (HttpContext http, UserPageReader pages) => pages.ShowAsync<PasswordPage>(http));

        var commands = routes.MapCommands("/settings", AccessRole.Admin);
        commands.MapPost("/users", AddAsync).Does("user_add");
        commands.MapPost("/users/{name}", ChangeAsync).Does("user_change");
        commands.MapPost("/users/{name}/remove", RemoveAsync).Does("user_remove");
        commands.MapPost("/tokens", AddTokenAsync).Does("token_add");
        commands.MapPost("/tokens/{id}/revoke", RevokeTokenAsync).Does("token_revoke");
        routes.MapCommands("/settings", AccessRole.Viewer)
            .MapPost("/password", ChangePasswordAsync).Does("password_change").RequireRateLimiting(AccessServices.GuessLimit);
    }

    private static async Task<PageResult<UsersPage>> AddAsync(FormBody form, HttpContext http, UserCommands users, UserPageReader pages)
    {
        var (user, problem) = await users.AddAsync(http, form["name"], form["password"], form["role"]);
        return await pages.SayAsync<UsersPage>(http, problem, $"{user?.Name} can sign in now.", model => model with
        {
            TypedName = user is null ? form["name"] ?? "" : "",
            TypedRole = form["role"] ?? model.TypedRole,
        });
    }

    private static async Task<PageResult<UsersPage>> ChangeAsync(string name, FormBody form, HttpContext http, UserCommands users, UserPageReader pages)
    {
        var (user, problem) = await users.ChangeAsync(http, name, form["role"], form["password"]);
        return await pages.SayAsync<UsersPage>(
            http, problem, $"{user?.Name} is {user?.Role} now{(form["password"] is { Length: > 0 } ? ", with a new password; the sessions so far have ended" : "")}.");
    }

    private static async Task<PageResult<UsersPage>> RemoveAsync(string name, FormBody form, HttpContext http, UserCommands users, UserPageReader pages) =>
        await pages.SayAsync<UsersPage>(http, (await users.RemoveAsync(http, name)).Problem, $"{name} cannot sign in any more.");

    private static async Task<PageResult<TokensPage>> AddTokenAsync(
        FormBody form, HttpContext http, UserCommands users, UserPageReader pages, TimeProvider clock)
    {
        DateTimeOffset? until = int.TryParse(form["days"], NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= 3650
            ? clock.GetUtcNow().AddDays(days)
            : null;
        var (added, problem) = await users.AddTokenAsync(http, form["name"], form["role"], until, CommandActor.Of(http, form));
        return await pages.SayAsync<TokensPage>(http, problem, $"The token {added?.Token.Name} is made.", model => model with
        {
            Secret = added?.Secret,
            TypedName = added is null ? form["name"] ?? "" : "",
            TypedRole = form["role"] ?? model.TypedRole,
        });
    }

    private static async Task<PageResult<TokensPage>> RevokeTokenAsync(string id, FormBody form, HttpContext http, UserCommands users, UserPageReader pages) =>
        await pages.SayAsync<TokensPage>(http, await users.RevokeTokenAsync(http, id), "It is revoked: the next request with it is refused.");

    private static async Task<PageResult<PasswordPage>> ChangePasswordAsync(
        FormBody form, HttpContext http, UserCommands users, Sessions sessions, UserPageReader pages)
    {
        if (Caller.Of(http) is not { HasSession: true, Name: { } name })
        {
            return await pages.SayAsync<PasswordPage>(http, SessionEndpoints.NoSession, "");
        }

        var (user, problem) = await users.ChangePasswordAsync(http, name, form["old_password"], form["new_password"]);
        if (user is not null)
        {
            // The new password ended this session with all the others.
            await sessions.SignInAsync(http, name, form["new_password"]);
        }

        return await pages.SayAsync<PasswordPage>(http, problem, "It is changed.");
    }
}
