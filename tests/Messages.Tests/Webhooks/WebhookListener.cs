using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Burnin.Messages.Tests.Webhooks;

/// <summary>A real HTTP server that answers as it is told, and keeps what it was sent.</summary>
internal sealed class WebhookListener : IAsyncDisposable
{
    private readonly WebApplication app;

    private WebhookListener(WebApplication app) => this.app = app;

    public ConcurrentQueue<ReceivedCall> Calls { get; } = [];

    /// <summary>For the next calls, one each; once they are used up it says 204.</summary>
    public ConcurrentQueue<Func<HttpContext, Task>> Answers { get; } = [];

    public Uri Url => new($"{app.Urls.First()}/hooks/burnin?team=1");

    public static async Task<WebhookListener> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var listener = new WebhookListener(app);
        app.Run(listener.TakeAsync);
        await app.StartAsync(cancellationToken);
        return listener;
    }

    public void Answer(int status, string body = "", params (string Name, string Value)[] headers) => Answers.Enqueue(async context =>
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        await context.Response.WriteAsync(body);
    });

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        Calls.Enqueue(new ReceivedCall(
            $"{context.Request.Path}{context.Request.QueryString}", context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase), body.ToArray()));
        if (Answers.TryDequeue(out var answer))
        {
            await answer(context);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        }
    }
}
