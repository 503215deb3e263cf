using Burnin.MockTrueNas.Original.Fleet;

namespace Burnin.MockTrueNas.Original.Faults;

internal sealed class FaultMiddleware(RequestDelegate next, PretendNas nas, TimeProvider clock)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var plan = nas.Look().State.Faults;

        if (plan.SlowMs > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(plan.SlowMs), clock, context.RequestAborted);
        }

        if (plan.Drop)
        {
            context.Abort();
            return;
        }

        if (plan.Status is { } status)
        {
            context.Response.StatusCode = status;
            return;
        }

        await next(context);
    }
}
