using System.Net;

namespace Burnin.MockTrueNas;

/// <summary>
/// A pretend NAS inside this process, on a loopback port of its own. It reads neither the host's settings nor its
/// environment, and leaves Ctrl+C to the host.
/// </summary>
public sealed class MockNas : IAsyncDisposable
{
    /// <summary>An answer that was told to be slow must not hold up the host's own shutdown.</summary>
    private static readonly TimeSpan ShutdownLimit = TimeSpan.FromSeconds(1);

    private readonly WebApplication _app;

    private MockNas(WebApplication app, MockNasOptions options)
    {
        _app = app;
        Options = options;
        BaseUrl = new Uri(app.Urls.Single());
    }

    public MockNasOptions Options { get; }

    public Uri BaseUrl { get; }

    public static async Task<MockNas> StartAsync(
        MockNasOptions options, TimeProvider clock, CancellationToken cancellationToken = default)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, options.Port));
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddConsole();
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, UnattendedLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownLimit);
        builder.Services.AddMockNas(options, clock);

        var app = builder.Build();

        try
        {
            app.MapMockNas(options.Profile);
            await app.StartAsync(cancellationToken);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        return new MockNas(app, options);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
