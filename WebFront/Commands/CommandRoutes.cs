using Burnin.WebFront.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Burnin.WebFront.Commands;

/// <summary>Every route that changes anything is in such a group: audited, guarded, safe to repeat.</summary>
internal static class CommandRoutes
{
    extension(IEndpointRouteBuilder routes)
    {
        /// <summary>For operators, unless a role is named.</summary>
        public RouteGroupBuilder MapCommands(string prefix, string role = AccessRole.Operator)
        {
            var group = routes.MapGroup(prefix);
            group.RequireAuthorization(role);
            group.AddEndpointFilter<CommandAuditFilter>();
            group.AddEndpointFilter<CommandGuardFilter>();
            group.AddEndpointFilter<IdempotencyFilter>();
            return group;
        }
    }

    extension(RouteHandlerBuilder route)
    {
        public RouteHandlerBuilder Does(string action) => route.WithMetadata(new CommandMetadata(action));
    }
}
