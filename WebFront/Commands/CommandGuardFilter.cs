using Burnin.WebFront.Http;
using Microsoft.AspNetCore.Http;

namespace Burnin.WebFront.Commands;

/// <summary>Turns away what no handler should have to look at: other web sites, bodies that are not JSON.</summary>
internal sealed class CommandGuardFilter : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (!SameSite.Allows(context.HttpContext.Request))
        {
            return ValueTask.FromResult<object?>(SameSite.Refusal);
        }

        return context.Arguments.OfType<ICommandBody>().FirstOrDefault()?.Problem is { } problem
            ? ValueTask.FromResult<object?>(problem)
            : next(context);
    }
}
