using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Fleet;
using Burnin.History;
using Burnin.WebFront.Tests.Fakes;
using Microsoft.AspNetCore.SignalR.Client;
using Orleans.TestingHost;

namespace Burnin.WebFront.Tests.Host;

/// <summary>The web front on a real port, as a client of a cluster of fake grains, with a history of its own on disk.</summary>
internal sealed class FrontHost : IAsyncDisposable
{
    private readonly InProcessTestCluster cluster;
    private readonly WebApplication app;
    private readonly string directory;

    private readonly bool isGuest;

    private FrontHost(InProcessTestCluster cluster, WebApplication app, string directory, FakeWorld world, bool isGuest)
    {
        this.isGuest = isGuest;
        this.cluster = cluster;
        this.app = app;
        this.directory = directory;
        World = world;
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public FakeWorld World { get; }

    public HttpClient Http { get; }

    public IGrainFactory Grains => cluster.Client;

    public IServiceProvider Services => app.Services;

    public Uri Address => Http.BaseAddress!;

    /// <param name="world">What the fake grains know.</param>
    /// <param name="url">Where to listen; null for any free port, and for silence.</param>
    /// <param name="dataOf">Whose history to read, as another web process would; null for one of its own.</param>
    /// <param name="access">Whom it lets in, as the options of access say it; null for everybody.</param>
    public static async Task<FrontHost> StartAsync(
        FakeWorld world, string? url = null, FrontHost? dataOf = null, IReadOnlyDictionary<string, string>? access = null)
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSiloHost((_, silo) => silo.Services.AddSingleton(world).AddSingleton(TimeProvider.System));
        var cluster = builder.Build();
        await cluster.DeployAsync();

        var directory = dataOf?.directory ?? Directory.CreateTempSubdirectory("burnin-web-").FullName;
        var web = WebApplication.CreateBuilder();
        web.WebHost.UseStaticWebAssets();
        web.WebHost.UseUrls(url ?? "http://127.0.0.1:0");
        if (url is null)
        {
            // The errors that tests provoke are no news.
            web.Logging.ClearProviders();
        }

        web.Configuration["WebFront:RenewalPeriod"] = "00:00:00.200";
        web.Configuration["WebFront:FleetPeriod"] = "00:00:00.200";
        web.Services.AddSingleton<IGrainFactory>(cluster.Client);
        web.Services.AddHistory(history => history.DataDirectory = directory);
        foreach (var (name, value) in access ?? new Dictionary<string, string>())
        {
            web.Configuration[$"Burnin:Access:{name}"] = value;
        }

        web.Services.AddWebFront(needsSignIn: access is not null);

        var app = web.Build();
        app.Services.GetRequiredService<BurninDatabase>().EnsureCreated();
        app.UseWebFront();
        app.MapWebFront();
        await app.StartAsync();
        return new FrontHost(cluster, app, directory, world, isGuest: dataOf is not null);
    }

    public HubConnection Hub() => new HubConnectionBuilder().WithUrl(new Uri(Address, "/hubs/dashboard")).Build();

    public IFeedGrain Feed(string nas) => Grains.Feed(nas);

    /// <summary>Until the host is told to stop.</summary>
    public Task WaitForShutdownAsync() => app.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await cluster.DisposeAsync();
        if (!isGuest)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(directory, recursive: true);
        }
    }
}
