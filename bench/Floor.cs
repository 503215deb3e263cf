using System.Globalization;
using Burnin.Rig;

namespace Burnin.Bench;

/// <summary>The least that an ASP.NET Core program can be: what Burnin's start and memory are measured against.</summary>
internal static class Floor
{
    public const string Command = "floor";

    public static Task<BurninProcess> StartAsync() =>
        BurninProcess.StartAsync(new BurninSetup { Program = typeof(Floor).Assembly.Location, Arguments = [Command], NeedsSignIn = false });

    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(string.Create(
            CultureInfo.InvariantCulture, $"http://127.0.0.1:{Environment.GetEnvironmentVariable("APP_PORT")}"));
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.MapGet("/health/ready", () => "ready");
        app.MapGet("/", () => "floor");
        await app.RunAsync();
    }
}
