using Burnin.Grains.Interfaces;
using Burnin.History.Audit;
using Burnin.WebFront.Commands;
using Burnin.WebFront.Http;
using Burnin.WebFront.Pages.Errors;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Burnin.WebFront.Access;

/// <summary>Says no to whoever may not: a page to sign in for people, a problem document for programs, a row in the trail for commands.</summary>
internal sealed class AccessRefusals(IGrainFactory grains, CommandAudit audit) : IAuthorizationMiddlewareResultHandler
{
    public static ApiProblem NotFromThere { get; } = new(
        StatusCodes.Status403Forbidden, "address_not_allowed", "Your address is not among those that are allowed here (ALLOWED_IPS).");

    private static readonly ApiProblem SignIn = new(
        StatusCodes.Status401Unauthorized, "sign_in", "Sign in first: POST /api/v1/session with username and password, or send a token as Authorization: Bearer.");

    private static readonly ApiProblem BadToken = new(
        StatusCodes.Status401Unauthorized, "token_invalid", "This token is unknown, revoked or out of date. Make a new one under Settings, Tokens.");

    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
        {
            await next(context);
        }
        else if (authorizeResult.Forbidden)
        {
            await ForbidAsync(context, policy);
        }
        else if (ErrorPages.IsWanted(context))
        {
            var page = (await grains.Users().GetAsync()).Users.IsEmpty ? "/set-up" : "/sign-in";
            context.Response.Redirect(QueryHelpers.AddQueryString(page, "back", context.Request.Path + context.Request.QueryString.ToString()));
        }
        else
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            await (context.Request.Headers.Authorization.Count > 0 ? BadToken : SignIn).ExecuteAsync(context);
        }
    }

    public static Task AnswerAsync(HttpContext context, ApiProblem problem) =>
        ErrorPages.IsWanted(context) ? ErrorPages.ShowAsync(context, problem) : problem.ExecuteAsync(context);

    private async Task ForbidAsync(HttpContext context, AuthorizationPolicy policy)
    {
        var caller = Caller.Of(context);
        var needed = policy.Requirements.OfType<RolesAuthorizationRequirement>()
            .Select(requirement => requirement.AllowedRoles.First()).MaxBy(role => AccessRole.All.ToList().IndexOf(role)) ?? AccessRole.Viewer;
        var problem = new ApiProblem(
            StatusCodes.Status403Forbidden, "role_too_low", $"This needs the role {needed}; {caller.Name} has the role {caller.Role}. Ask an admin.");
        if (context.GetEndpoint()?.Metadata.GetMetadata<CommandMetadata>() is { } command)
        {
            await audit.RecordAsync(
                new CommandRecord { Actor = caller.Name ?? "", Action = command.Action, Outcome = "refused", Detail = $"{problem.Code}: {problem.Detail}" },
                CancellationToken.None);
        }

        await AnswerAsync(context, problem);
    }
}
