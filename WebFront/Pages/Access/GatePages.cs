using Burnin.Grains.Interfaces;
using Burnin.WebFront.Access;
using Burnin.WebFront.Commands;
using Burnin.WebFront.Http;
using Burnin.WebFront.Pages.Shell;
using Burnin.WebFront.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Burnin.WebFront.Pages.Access;

/// <summary>The pages before the first one: signing in, and making the first admin.</summary>
internal static class GatePages
{
    public static void MapGatePages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sign-in", SignInPageAsync).AllowAnonymous();
        routes.MapGet("/set-up", SetUpPageAsync).AllowAnonymous();
        var commands = routes.MapCommands("", AccessRole.Viewer);
        commands.MapPost("/sign-in", SignInAsync).Does("sign_in").AllowAnonymous().RequireRateLimiting(AccessServices.GuessLimit);
        commands.MapPost("/set-up", SetUpAsync).Does("set_up").AllowAnonymous().RequireRateLimiting(AccessServices.GuessLimit);
        commands.MapPost("/sign-out", SignOutAsync).Does("sign_out");
    }

    private static async Task<Results<RedirectHttpResult, PageResult<SignInPage>>> SignInPageAsync(string? back, HttpContext http, ShellReader shells, IGrainFactory grains) =>
        Caller.Of(http).May(AccessRole.Viewer) ? TypedResults.LocalRedirect(LocalPath.Of(back))
        : await HasNoUsersAsync(grains) ? TypedResults.LocalRedirect("/set-up")
        : new PageResult<SignInPage>(shells.Of(http, []), new GateModel(LocalPath.Of(back)));

    private static async Task<Results<RedirectHttpResult, PageResult<SetUpPage>>> SetUpPageAsync(string? back, HttpContext http, ShellReader shells, IGrainFactory grains) =>
        await HasNoUsersAsync(grains) ? new PageResult<SetUpPage>(shells.Of(http, []), new GateModel(LocalPath.Of(back))) : TypedResults.LocalRedirect("/");

    private static async Task<Results<RedirectHttpResult, PageResult<SignInPage>>> SignInAsync(FormBody form, HttpContext http, ShellReader shells, Sessions sessions)
    {
        var note = CommandNote.Of(http);
        note.Actor = form["username"];
        var (user, problem) = await sessions.SignInAsync(http, form["username"], form["password"]);
        if (user is not null)
        {
            return TypedResults.LocalRedirect(LocalPath.Of(form["back"]));
        }

        note.Refusal = problem;
        return new PageResult<SignInPage>(shells.Of(http, []), new GateModel(LocalPath.Of(form["back"]), form["username"] ?? "", problem!.Detail), problem.Status);
    }

    private static async Task<Results<RedirectHttpResult, PageResult<SetUpPage>>> SetUpAsync(
        FormBody form, HttpContext http, ShellReader shells, UserCommands users, Sessions sessions)
    {
        var note = CommandNote.Of(http);
        note.Actor = form["username"];
        var (user, problem) = await users.SetUpAsync(http, form["username"], form["password"], form["code"]);
        if (user is not null)
        {
            await sessions.SignInAsync(http, user.Name, form["password"]);
            return TypedResults.LocalRedirect("/");
        }

        note.Refusal = problem;
        return new PageResult<SetUpPage>(shells.Of(http, []), new GateModel(LocalPath.Of(form["back"]), form["username"] ?? "", problem!.Detail), problem.Status);
    }

    private static async Task<RedirectHttpResult> SignOutAsync(FormBody form, HttpContext http)
    {
        await Sessions.SignOutAsync(http);
        return TypedResults.LocalRedirect("/sign-in");
    }

    private static async Task<bool> HasNoUsersAsync(IGrainFactory grains) => (await grains.Users().GetAsync()).Users.IsEmpty;
}
