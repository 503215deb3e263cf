using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Users;
using Burnin.WebFront.Access;
using Burnin.WebFront.Commands;
using Burnin.WebFront.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Burnin.WebFront.Users;

/// <summary>Users and tokens over HTTP, for admins.</summary>
internal static class UserEndpoints
{
    public static void MapUsers(this IEndpointRouteBuilder api)
    {
        var reads = api.MapGroup("/admin").RequireAuthorization(AccessRole.Admin);
        reads.MapGet("/users", async (IGrainFactory grains) => TypedResults.Ok(new UserList((await grains.Users().GetAsync()).Users)));
        reads.MapGet("/tokens", async (IGrainFactory grains) => TypedResults.Ok(new TokenList((await grains.Users().GetAsync()).Tokens)));

        var commands = api.MapCommands("/admin", AccessRole.Admin);
        commands.MapPost("/users", AddAsync).Does("user_add");
        commands.MapPatch("/users/{name}", ChangeAsync).Does("user_change");
        commands.MapDelete("/users/{name}", RemoveAsync).Does("user_remove");
        commands.MapPost("/tokens", AddTokenAsync).Does("token_add");
        commands.MapDelete("/tokens/{id}", RevokeTokenAsync).Does("token_revoke");
    }

    private static async Task<Results<Created<UserView>, ApiProblem>> AddAsync(JsonBody<AddUserRequest> body, HttpContext http, UserCommands users)
    {
        var (user, problem) = await users.AddAsync(http, body.Value.Name, body.Value.Password, body.Value.Role);
        return user is null ? problem! : TypedResults.Created($"/api/v1/admin/users/{user.Name}", user);
    }

    private static async Task<Results<Ok<UserView>, ApiProblem>> ChangeAsync(string name, JsonBody<ChangeUserRequest> body, HttpContext http, UserCommands users)
    {
        var (user, problem) = await users.ChangeAsync(http, name, body.Value.Role, body.Value.Password);
        return user is null ? problem! : TypedResults.Ok(user);
    }

    private static async Task<Results<NoContent, ApiProblem>> RemoveAsync(string name, JsonBody<OperatorOnly> body, HttpContext http, UserCommands users) =>
        (await users.RemoveAsync(http, name)).Problem is { } problem ? problem : TypedResults.NoContent();

    private static async Task<Results<Created<AddedToken>, ApiProblem>> AddTokenAsync(JsonBody<AddTokenRequest> body, HttpContext http, UserCommands users)
    {
        var wish = body.Value;
        var (added, problem) = await users.AddTokenAsync(http, wish.Name, wish.Role, wish.ExpiresAt, CommandActor.Of(http, body));
        return added is null ? problem! : TypedResults.Created($"/api/v1/admin/tokens/{added.Token.Id}", new AddedToken(added.Token, added.Secret));
    }

    private static async Task<Results<NoContent, ApiProblem>> RevokeTokenAsync(string id, JsonBody<OperatorOnly> body, HttpContext http, UserCommands users) =>
        await users.RevokeTokenAsync(http, id) is { } problem ? problem : TypedResults.NoContent();
}
