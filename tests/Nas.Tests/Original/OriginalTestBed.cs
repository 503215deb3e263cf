using System.Collections.Concurrent;
using System.Net.Http.Json;
using Burnin.Domain.Drives;
using Burnin.Domain.Jobs;
using Burnin.Domain.Nases;
using Burnin.MockTrueNas;
using Burnin.Nas.Http;
using Burnin.Nas.Original;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Burnin.Nas.Tests.Original;

/// <summary>A pretend NAS and its client on one clock that only the test moves.</summary>
internal sealed class OriginalTestBed : IAsyncDisposable
{
    /// <summary>Never out of time: the clock of these tests runs faster than the machine.</summary>
    public static readonly HttpLimits Patient = new() { Answer = TimeSpan.FromDays(1) };

    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly HttpClient _levers;
    private readonly List<OriginalNas> _clients = [];

    private OriginalTestBed(MockNas server, FakeTimeProvider clock)
    {
        Server = server;
        Clock = clock;
        _levers = new HttpClient { BaseAddress = server.BaseUrl };
        Nas = Client(Connection);
    }

    public static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public MockNas Server { get; }

    public FakeTimeProvider Clock { get; }

    public OriginalNas Nas { get; }

    public NasConnection Connection => new()
    {
        Name = "pretend",
        Kind = NasKind.Original,
        Url = Server.BaseUrl,
        ApiKey = MockNasOptions.DefaultApiKey,
    };

    public static async Task<OriginalTestBed> StartAsync()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return new OriginalTestBed(await MockNas.StartAsync(new MockNasOptions(), clock, Cancelled), clock);
    }

    public OriginalNas Client(NasConnection connection, HttpLimits? limits = null)
    {
        var client = new OriginalNas(connection, Clock, NullLoggerFactory.Instance, limits ?? Patient);
        _clients.Add(client);
        return client;
    }

    public async Task PullAsync(string lever, object? body = null)
    {
        using var response = await _levers.PostAsJsonAsync($"debug/{lever}", body ?? new { }, Cancelled);
        response.EnsureSuccessStatusCode();
    }

    public Task BreakAsync(int? status = null, bool drop = false, int slowMs = 0) =>
        PullAsync("faults", new { status, drop, slow_ms = slowMs });

    public async Task<DriveFacts> DriveAsync(string name) =>
        (await Nas.ReadInventoryAsync(Cancelled)).Drives.Single(drive => drive.DeviceName == name);

    public async Task<RunOrder> OrderAsync(string drive, StageName stage)
    {
        var facts = await DriveAsync(drive);
        return new RunOrder
        {
            RunId = $"01J-{drive}-{stage}-1",
            Stage = stage,
            Target = new DriveTarget { Serial = facts.Serial, SizeBytes = facts.SizeBytes, Model = facts.Model },
            Epoch = 1,
            OrderedAt = Clock.GetUtcNow(),
        };
    }

    /// <summary>Starts the run and gives back the order as it is stored then, with its handle.</summary>
    public async Task<RunOrder> StartedAsync(RunOrder order)
    {
        var running = Assert.IsType<LaunchAnswer.Running>(await Nas.EnsureStartedAsync(order, Cancelled));
        return order with { Handle = running.Handle };
    }

    /// <summary>Everything that is reported of a run, until the bed is gone.</summary>
    public static ConcurrentQueue<RunSnapshot> Listen(OriginalNas nas, RunOrder order, out IDisposable watch)
    {
        ConcurrentQueue<RunSnapshot> heard = new();
        watch = nas.Watch(order, snapshot =>
        {
            heard.Enqueue(snapshot);
            return Task.CompletedTask;
        });
        return heard;
    }

    /// <summary>Lets time pass, a second at a time, until something is so.</summary>
    public async Task PassUntilAsync(Func<bool> isSo)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (!isSo())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(since) < Limit, "It did not come true in time.");
            Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(Breath, TimeProvider.System, Cancelled);
        }
    }

    public async Task<T> PassUntilAsync<T>(Task<T> task)
    {
        await PassUntilAsync(() => task.IsCompleted);
        return await task;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
        {
            await client.DisposeAsync();
        }

        _levers.Dispose();
        await Server.DisposeAsync();
    }
}
