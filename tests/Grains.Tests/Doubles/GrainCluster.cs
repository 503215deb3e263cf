using Burnin.Domain.Audit;
using Burnin.Domain.Drives;
using Burnin.Domain.Jobs;
using Burnin.Domain.Messages;
using Burnin.Domain.Nases;
using Burnin.Domain.Smart;
using Burnin.Domain.Verdicts;
using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Drives;
using Burnin.Grains.Interfaces.Jobs;
using Burnin.Grains.Interfaces.Nases;
using Burnin.Grains.Settings;
using Burnin.Grains.Storage;
using Burnin.Rig;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Orleans.Reminders;
using Orleans.Storage;
using Orleans.TestingHost;
using Xunit;

namespace Burnin.Grains.Tests.Doubles;

/// <summary>One silo whose time a test moves, with doubles behind the ports and a NAS called "test".</summary>
public class GrainCluster : IAsyncLifetime
{
    protected const string NasName = "test";

    private InProcessTestCluster _cluster = null!;

    private protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    private protected FakeNas Nas { get; private set; } = null!;

    private protected FakeMailer Mailer { get; } = new();

    private protected FakeWebhookCaller Webhook { get; } = new();

    private protected FakeHeartbeat Heartbeat { get; } = new();

    private protected JsonStorage Storage { get; } = new();

    private protected FakeHistory History { get; } = new();

    private protected IGrainFactory Grains => _cluster.Client;

    /// <summary>What the configuration says, by its keys.</summary>
    private protected virtual IEnumerable<KeyValuePair<string, string?>> Environment => [];

    /// <summary>What the silo lives by now.</summary>
    private protected TOptions Now<TOptions>() => _cluster.GetSiloServiceProvider().GetRequiredService<IOptionsMonitor<TOptions>>().CurrentValue;

    public virtual async ValueTask InitializeAsync()
    {
        Nas = new FakeNas(Clock);
        var builder = new InProcessTestClusterBuilder(initialSilosCount: 1);
        builder.ConfigureSilo((_, silo) =>
        {
            UseStorage(silo);
            silo.Services.AddBurnIn();
            var configuration = new ConfigurationManager();
            configuration.AddInMemoryCollection(Environment);
            silo.Services.AddStoredSettings(configuration);
            silo.Services.AddSingleton<IConfiguration>(configuration);
            silo.Services.AddSingleton<INasConnector>(Nas);
            silo.Services.AddSingleton<ISecretSeal, PlainSeal>();
            silo.Services.AddSingleton<IMailer>(Mailer);
            silo.Services.AddSingleton<IWebhookCaller>(Webhook);
            silo.Services.AddSingleton<IHeartbeat>(Heartbeat);
            silo.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            silo.Services.UseTimeProviderForBackgroundAreas(TimeProvider.System);
            silo.Services.AddKeyedSingleton<TimeProvider>(ReminderTimeProviderNames.Reminders, Clock);
        });
        _cluster = builder.Build();
        await _cluster.DeployAsync();
    }

    public virtual async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected virtual void UseStorage(ISiloBuilder silo)
    {
        silo.Services.AddKeyedSingleton<IGrainStorage>(StorageNames.Burnin, Storage);
        silo.Services.AddSingleton<IJobLedger>(History);
        silo.Services.AddSingleton<IEvidenceStore>(History);
        silo.Services.AddSingleton<IEvidenceArchive>(History);
        silo.Services.AddSingleton<ISurroundings>(History);
        silo.Services.AddSingleton<ISmartLog>(History);
        silo.Services.AddSingleton<IHeatLog>(History);
        silo.Services.AddSingleton<IAuditTrail>(History);
        silo.UseInMemoryReminderService();
    }

    /// <summary>Adds the NAS with these drives; each is its own serial.</summary>
    protected async Task AddNasAsync(int maxParallel, params string[] serials)
    {
        foreach (var serial in serials)
        {
            Nas.Add(serial, $"sd{(char)('a' + Nas.Drives.Count)}");
        }

        Assert.IsType<ConfigureNasResult.Accepted>(await Grains.Nas(NasName).AddAsync(
            new NasSettings { Kind = "local", MaxParallel = maxParallel }, TestContext.Current.CancellationToken));
    }

    protected async Task<string> StartAsync(string serial, string profile = "surface")
    {
        var result = await Grains.Drive(serial).StartAsync(Wish(serial, profile), TestContext.Current.CancellationToken);
        return Assert.IsType<StartBurnInResult.Started>(result).JobId;
    }

    protected static StartBurnIn Wish(string serial, string profile = "surface") =>
        new() { Operator = "ann", Profile = profile, ConfirmSerial = serial };

    protected async Task<JobView> JobAsync(string jobId) => (await Grains.Job(jobId).GetAsync())!;

    /// <summary>Moves time on, a tick at a time, until the job shows it.</summary>
    protected Task JobShowsAsync(string jobId, string what, Func<JobView, bool> condition) => EventuallyAsync(what, async () => condition(await JobAsync(jobId)));

    protected Task EventuallyAsync(string what, Func<Task<bool>> condition) => Eventually.TrueAsync(async () =>
    {
        if (await condition())
        {
            return true;
        }

        Clock.Advance(TimeSpan.FromSeconds(1));
        return false;
    }, what, cancellationToken: TestContext.Current.CancellationToken);

    private protected async Task<FakeRun> RunAsync(string jobId, StageName stage)
    {
        await EventuallyAsync($"{stage} runs", () => Task.FromResult(Nas.RunOf(jobId, stage) is { } run && Nas.WatchersOf(run.Order.RunId) > 0));
        return Nas.RunOf(jobId, stage)!;
    }

    /// <summary>Takes every activation out of memory, as a crash of the silo would.</summary>
    protected async Task LoseActivationsAsync()
    {
        var management = _cluster.Client.GetGrain<IManagementGrain>(0);
        await management.ForceActivationCollection(TimeSpan.Zero, TestContext.Current.CancellationToken);
    }
}
