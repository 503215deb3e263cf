namespace Burnin.MockTrueNas.Original;

internal sealed class BearerKeyMiddleware(RequestDelegate next, MockNasOptions options)
{
    private readonly string _expected = $"Bearer {options.ApiKey}";

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Headers.Authorization != _expected)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            await context.Response.WriteAsync("Invalid API key", context.RequestAborted);
            return;
        }

        await next(context);
    }
}
