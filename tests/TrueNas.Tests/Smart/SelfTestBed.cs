using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using Burnin.Domain.Jobs;
using Burnin.Domain.Nases;
using Burnin.MockTrueNas;
using Burnin.MockTrueNas.Drives;
using Burnin.MockTrueNas.Faults;
using Burnin.Nas.TrueNas;
using Burnin.Rig;

namespace Burnin.TrueNas.Tests.Smart;

/// <summary>A pretend NAS whose drives are tested by its API alone, and one run on one of them.</summary>
internal sealed class SelfTestBed : IAsyncDisposable
{
    private static readonly TimeSpan LookPeriod = TimeSpan.FromSeconds(20);

    private readonly TrueNasBed _bed;

    private SelfTestBed(TrueNasBed bed, NasConnection connection) => (_bed, Nas) = (bed, bed.Nas(connection));

    public MockNas Server => _bed.Server;

    public TrueNasNas Nas { get; }

    public int Starts => _bed.CallsOf("smart.test.manual_test");

    /// <param name="profile">What the NAS is.</param>
    /// <param name="kind">By which way it is asked.</param>
    /// <param name="user">Of the key; null for the one who may do everything.</param>
    public static async Task<SelfTestBed> StartAsync(MockNasProfile profile, NasKind kind = NasKind.Rest, string? user = null)
    {
        // Tests take hours, and here they pass at once: the NAS would cut a socket that was silent for so long.
        var bed = await TrueNasBed.StartAsync(profile, new BoxFaults { IdleSeconds = (int)TimeSpan.FromDays(2).TotalSeconds });
        return new SelfTestBed(bed, user is null ? bed.By(kind) : bed.By(kind) with { ApiUser = user, ApiKey = await KeyAsync(bed.Server, user) });
    }

    public MockDrive Drive(DriveCase of) => _bed.Drive(of);

    /// <summary>A free one whose model is so called.</summary>
    public MockDrive Free(string model) => Server.Drives.First(drive => drive.Case is DriveCase.Free && drive.Model.Contains(model, StringComparison.Ordinal));

    /// <summary>How many tests really began: the NAS makes a job for each.</summary>
    public async Task<int> TestsAsync() => (await StateAsync(Server)).GetProperty("jobs").EnumerateArray().Count(job => job.GetProperty("method").GetString() == "smart.test.wait");

    /// <summary>Ordered a moment ago.</summary>
    public RunOrder Order(MockDrive drive, StageName stage = StageName.ShortSmart) => new()
    {
        RunId = $"run-{drive.Slot}",
        Stage = stage,
        Target = TrueNasBed.Target(drive),
        Epoch = 1,
        OrderedAt = _bed.Clock.GetUtcNow(),
    };

    public Task<LaunchAnswer> LaunchAsync(RunOrder order) => Nas.EnsureStartedAsync(order, TrueNasBed.Cancelled);

    /// <summary>The order, with what a job would remember of its start.</summary>
    public async Task<RunOrder> StartedAsync(RunOrder order) =>
        order with { Handle = Assert.IsType<LaunchAnswer.Running>(await LaunchAsync(order)).Handle };

    /// <summary>What is seen while time stands still.</summary>
    public async Task<RunSnapshot> SeenAsync(RunOrder order)
    {
        var seen = new ConcurrentQueue<RunSnapshot>();
        using var watch = Nas.Watch(order, snapshot => Heard(seen, snapshot));
        await Eventually.TrueAsync(() => !seen.IsEmpty, "a look", cancellationToken: TrueNasBed.Cancelled);
        return seen.First();
    }

    /// <summary>What is seen at last, while time goes on as long as it takes.</summary>
    public async Task<T> SeenAtLastAsync<T>(RunOrder order)
        where T : RunSnapshot
    {
        var seen = new ConcurrentQueue<RunSnapshot>();
        using var watch = Nas.Watch(order, snapshot => Heard(seen, snapshot));
        return await Eventually.GetAsync(
            () =>
            {
                _bed.Clock.Advance(LookPeriod);
                return Task.FromResult(seen.OfType<T>().FirstOrDefault());
            },
            $"{typeof(T).Name}; seen was {string.Join(", ", seen.TakeLast(3))}",
            cancellationToken: TrueNasBed.Cancelled);
    }

    public void Pass(TimeSpan time) => _bed.Clock.Advance(time);

    /// <summary>Moves a lever behind the NAS.</summary>
    public Task MoveAsync(MockDrive drive, string lever, string body = "") => _bed.MoveAsync($"drives/{drive.Name}/{lever}", body);

    public ValueTask DisposeAsync() => _bed.DisposeAsync();

    private static async Task<string> KeyAsync(MockNas server, string user) => (await StateAsync(server)).GetProperty("keys").EnumerateArray()
        .First(key => key.GetProperty("user").GetString() == user).GetProperty("key").GetString()!;

    private static async Task<JsonElement> StateAsync(MockNas server)
    {
        using var client = new HttpClient { BaseAddress = server.BaseUrl };
        return await client.GetFromJsonAsync<JsonElement>("debug/state", TrueNasBed.Cancelled);
    }

    private static Task Heard(ConcurrentQueue<RunSnapshot> seen, RunSnapshot snapshot)
    {
        seen.Enqueue(snapshot);
        return Task.CompletedTask;
    }
}
