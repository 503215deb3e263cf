using Burnin.WebFront.Access;
using Burnin.WebFront.Commands;
using Burnin.WebFront.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Burnin.WebFront.Users;

/// <summary>Signing in and out over HTTP, and who one is.</summary>
internal static class SessionEndpoints
{
    public static ApiProblem NoSession { get; } = new(
        StatusCodes.Status409Conflict, "no_session", "Only somebody who signed in with a password here can change it.");

    public static void MapSession(this IEndpointRouteBuilder api)
    {
        api.MapGet("/session", Get);
        var commands = api.MapCommands("/session", AccessRole.Viewer);
        commands.MapPost("", SignInAsync).Does("sign_in").AllowAnonymous().RequireRateLimiting(AccessServices.GuessLimit);
        commands.MapDelete("", SignOutAsync).Does("sign_out");
        commands.MapPost("/password", ChangePasswordAsync).Does("password_change").RequireRateLimiting(AccessServices.GuessLimit);
    }

    private static Ok<SessionAnswer> Get(HttpContext http)
    {
        var caller = Caller.Of(http);
        return TypedResults.Ok(new SessionAnswer(caller.Name, caller.Role));
    }

    private static async Task<Results<Ok<SessionAnswer>, ApiProblem>> SignInAsync(JsonBody<SignInRequest> body, HttpContext http, Sessions sessions)
    {
        CommandNote.Of(http).Actor = body.Value.Username;
        var (user, problem) = await sessions.SignInAsync(http, body.Value.Username, body.Value.Password);
        return user is null ? problem! : TypedResults.Ok(new SessionAnswer(user.Name, user.Role));
    }

    private static async Task<NoContent> SignOutAsync(JsonBody<OperatorOnly> body, HttpContext http)
    {
        await Sessions.SignOutAsync(http);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<SessionAnswer>, ApiProblem>> ChangePasswordAsync(
        JsonBody<ChangePasswordRequest> body, HttpContext http, UserCommands users, Sessions sessions)
    {
        if (Caller.Of(http) is not { HasSession: true, Name: { } name })
        {
            return NoSession;
        }

        var (user, problem) = await users.ChangePasswordAsync(http, name, body.Value.OldPassword, body.Value.NewPassword);
        if (user is null)
        {
            return problem!;
        }

        // The new password ended this session with all the others.
        await sessions.SignInAsync(http, name, body.Value.NewPassword);
        return TypedResults.Ok(new SessionAnswer(user.Name, user.Role));
    }
}
