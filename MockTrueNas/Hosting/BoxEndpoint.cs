using Burnin.MockTrueNas.Api;
using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Debugging;
using Burnin.MockTrueNas.Products;
using Burnin.MockTrueNas.Rest;
using Burnin.MockTrueNas.Sockets;

namespace Burnin.MockTrueNas.Hosting;

/// <summary>The web server in front of a box: which door a request came to, after whatever stands in its way.</summary>
internal static class BoxEndpoint
{
    public static async Task InvokeAsync(HttpContext context, Box box)
    {
        var path = context.Request.Path.Value ?? "/";

        // The levers behind the box: no product has them, they need no key, and no fault touches them.
        if (path.StartsWith("/debug/", StringComparison.Ordinal))
        {
            await DebugEndpoint.InvokeAsync(context, box, path["/debug".Length..]);
            return;
        }

        if (!await IsLetInAsync(context, box))
        {
            return;
        }

        var product = box.Product;
        await (path switch
        {
            "/websocket" => SocketEndpoint.InvokeAsync(context, box, SessionOf(context, box, Transport.Ddp)),
            "/api/versions" when product.HasJsonRpc => RestReply.JsonAsync(context, box, StatusCodes.Status200OK, JsonReading.Texts(product.ApiVersions)),
            "/api/boot_id" when product.Release >= Release.TrueNas2510 => RestReply.JsonAsync(context, box, StatusCodes.Status200OK, box.Look().State.BootId),
            "/api/current" when product.HasJsonRpc => SocketEndpoint.InvokeAsync(context, box, SessionOf(context, box, Transport.JsonRpc)),
            _ when product.HasJsonRpc && product.ApiVersions.FirstOrDefault(version => path == $"/api/{version}") is { } version =>
                SocketEndpoint.InvokeAsync(context, box, SessionOf(context, box, Transport.JsonRpc, version)),
            _ when path.StartsWith(RestEndpoint.Root, StringComparison.Ordinal) && product.HasRest => RestEndpoint.InvokeAsync(context, box, SessionOf(context, box, Transport.Rest)),
            _ when path.StartsWith("/api/", StringComparison.Ordinal) && product.HasJsonRpc => RestReply.TextAsync(context, StatusCodes.Status404NotFound, "404: Not Found"),
            _ when path.StartsWith("/ui/", StringComparison.Ordinal) => PageAsync(context),
            _ => ToPageAsync(context),
        });
    }

    private static async Task<bool> IsLetInAsync(HttpContext context, Box box)
    {
        var faults = box.Look().State.Faults;

        if (faults.RedirectToHttps && !context.Request.IsHttps)
        {
            context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
            context.Response.Headers.Location = $"https://{context.Request.Host.Host}{context.Request.Path}{context.Request.QueryString}";
            return false;
        }

        var isSocket = context.Request.Headers.ContainsKey("Sec-WebSocket-Key");

        if (faults.SlowMs > 0 && !isSocket)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(faults.SlowMs), box.Clock, context.RequestAborted);
        }

        if (faults.Drop && !isSocket)
        {
            context.Abort();
            return false;
        }

        if (faults.Status is { } status)
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync($"<html><head><title>{status}</title></head><body><center><h1>{status}</h1></center><hr><center>nginx</center></body></html>", context.RequestAborted);
            return false;
        }

        return true;
    }

    private static Session SessionOf(HttpContext context, Box box, Transport transport, string? version = null) => new()
    {
        Transport = transport,
        Address = context.Connection.RemoteIpAddress?.ToString() ?? "",
        IsEncrypted = context.Request.IsHttps,
        IsSecure = (context.Request.IsHttps && !box.Look().State.Faults.ForeignProxy) || box.Options.TrustsLoopback,
        ApiVersion = version,
    };

    private static Task PageAsync(HttpContext context)
    {
        context.Response.ContentType = "text/html";

        return context.Response.WriteAsync("<!DOCTYPE html><html><head><title>TrueNAS</title></head><body><ix-root></ix-root></body></html>", context.RequestAborted);
    }

    private static Task ToPageAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status302Found;
        context.Response.Headers.Location = "/ui/";

        return Task.CompletedTask;
    }
}
