using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Burnin.Nas.Tests.Original;

/// <summary>A web server that says the same to everybody: a log-in page, a proxy, another product.</summary>
internal sealed class FixedAnswer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _requests;

    private FixedAnswer(int status, string type, string body)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(async context =>
        {
            Interlocked.Increment(ref _requests);
            context.Response.StatusCode = status;
            context.Response.ContentType = type;
            context.Response.Headers.Location = status is >= 300 and < 400 ? "https://nas.example/ui/" : default;
            await context.Response.WriteAsync(body, context.RequestAborted);
        });
    }

    public int Requests => Volatile.Read(ref _requests);

    public Uri Url => new(_app.Urls.Single());

    public static async Task<FixedAnswer> StartAsync(int status, string type, string body)
    {
        var server = new FixedAnswer(status, type, body);
        await server._app.StartAsync(OriginalTestBed.Cancelled);
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
