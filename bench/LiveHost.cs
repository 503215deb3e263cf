using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Burnin.Grains.Storage;
using Burnin.History;
using Burnin.Rig;
using Burnin.WebFront;

namespace Burnin.Bench;

/// <summary>The real pages, hub and feeds in a process of their own, over a fleet that is only told of: <see cref="LiveChanges"/>.</summary>
internal static class LiveHost
{
    public const string Command = "live-host";

    public static Task<BurninProcess> StartAsync() =>
        BurninProcess.StartAsync(new BurninSetup { Program = typeof(LiveHost).Assembly.Location, Arguments = [Command], NeedsSignIn = false });

    public static async Task RunAsync()
    {
        var data = Directory.CreateTempSubdirectory("burnin-live-");
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseUrls(string.Create(
            CultureInfo.InvariantCulture, $"http://127.0.0.1:{Environment.GetEnvironmentVariable("APP_PORT")}"));
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddHistory(history => history.DataDirectory = data.FullName);
        builder.Services.AddWebFront(needsSignIn: false);
        builder.Services.AddHostedService<LiveChanges>();
        builder.Host.UseOrleans(silo => silo
            .UseLocalhostClustering(siloPort: FreePort(), gatewayPort: 0)
            .AddMemoryGrainStorage(StorageNames.Burnin));

        await using (var app = builder.Build())
        {
            app.Services.GetRequiredService<BurninDatabase>().EnsureCreated();
            app.UseWebFront();
            app.MapWebFront();
            await app.RunAsync();
        }

        data.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
