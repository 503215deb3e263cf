using System.Collections.Concurrent;
using System.Text.Json;
using Burnin.MockTrueNas;
using Burnin.MockTrueNas.Drives;
using Burnin.Nas.TrueNas;
using Burnin.Rig;

namespace Burnin.TrueNas.Tests.Sockets;

public sealed class EventTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_drive_that_is_pulled_and_put_back_is_heard_of()
    {
        await using var bench = await SocketBench.StartAsync(MockNasProfile.TrueNas260);
        var heard = new ConcurrentQueue<JsonElement?>();
        using var listening = bench.Transport.Listen("disk.query", heard.Enqueue);
        await bench.ReadAsync("system.version");
        await HeardAsync(heard, update => update is null, "that it should look");
        var drive = bench.Nas.Drives.First(drive => drive.Case is DriveCase.Free);

        await bench.MoveAsync($"drives/{drive.Name}/remove");
        await HeardAsync(heard, update => update?.Text("msg") == "removed" && update?.Text("id") == drive.Identifier, "that it is gone");
        await bench.MoveAsync($"drives/{drive.Name}/insert");
        await HeardAsync(heard, update => update?.Text("msg") == "added" && update?.Field("fields")?.Text("serial") == drive.Serial, "that it is back");
    }

    [Fact]
    public async Task After_a_connection_broke_it_hears_on_the_next_one_and_is_told_to_look()
    {
        await using var bench = await SocketBench.StartAsync(MockNasProfile.TrueNas260);
        var heard = new ConcurrentQueue<JsonElement?>();
        await bench.ReadAsync("system.version");
        using var listening = bench.Transport.Listen("disk.query", heard.Enqueue);
        await HeardAsync(heard, update => update is null, "that it should look");

        bench.Nas.Disconnect();
        await bench.PassBackOffAsync();
        await Eventually.TrueAsync(() => heard.Count(update => update is null) == 2, "that it should look again", cancellationToken: Cancelled);
        var drive = bench.Nas.Drives.First(drive => drive.Case is DriveCase.Free);
        await bench.MoveAsync($"drives/{drive.Name}/remove");

        await HeardAsync(heard, update => update?.Text("msg") == "removed", "that a drive is gone");
    }

    [Theory, MemberData(nameof(SocketBench.Products), MemberType = typeof(SocketBench))]
    public async Task A_job_is_heard_of(MockNasProfile profile)
    {
        await using var bench = await SocketBench.StartAsync(profile);
        var heard = new ConcurrentQueue<JsonElement?>();
        using var listening = bench.Transport.Listen("core.get_jobs", heard.Enqueue);
        await bench.ReadAsync("system.version");
        await HeardAsync(heard, update => update is null, "that it should look");

        var id = (await bench.ReadAsync("pool.import_find")).AsWhole();

        await HeardAsync(heard, update => update?.Whole("id") == id && update?.Field("fields")?.Text("method") == "pool.import_find", "the job");
    }

    [Fact]
    public async Task Whoever_left_hears_no_more()
    {
        await using var nas = await ScriptedNas.StartAsync();
        nas.Script = async call =>
        {
            if (call.Method == "news")
            {
                await call.SendAsync("""{"jsonrpc":"2.0","method":"collection_update","params":{"msg":"changed","collection":"disk.query","id":"a"}}""");
            }

            return false;
        };
        await using var transport = nas.Connect(new WatchedClock());
        var left = new ConcurrentQueue<JsonElement?>();
        var stayed = new ConcurrentQueue<JsonElement?>();
        var leaving = transport.Listen("disk.query", left.Enqueue);
        using var staying = transport.Listen("disk.query", stayed.Enqueue);
        await transport.CallAsync(TrueNasCall.Read("news"), Cancelled);
        await HeardAsync(left, update => update is not null, "news");

        leaving.Dispose();
        left.Clear();
        stayed.Clear();
        await transport.CallAsync(TrueNasCall.Read("news"), Cancelled);

        await HeardAsync(stayed, update => update is not null, "news");
        Assert.Empty(left);
    }

    [Fact]
    public async Task A_collection_without_events_costs_nothing_but_the_question()
    {
        await using var nas = await ScriptedNas.StartAsync();
        nas.Script = async call =>
        {
            if (call.Method == "core.subscribe")
            {
                await call.ErrorAsync("""{"code":-32001,"message":"Method call error","data":{"error":13,"errname":"EACCES","reason":"[EACCES] Not authorized"}}""");
            }

            return call.Method == "core.subscribe";
        };
        await using var transport = nas.Connect(new WatchedClock());
        var heard = new ConcurrentQueue<JsonElement?>();
        using var listening = transport.Listen("disk.query", heard.Enqueue);

        await transport.CallAsync(TrueNasCall.Read("system.version"), Cancelled);

        await HeardAsync(heard, update => update is null, "that it should look");
        Assert.Equal(1, nas.Connections);
    }

    private static Task HeardAsync(ConcurrentQueue<JsonElement?> heard, Func<JsonElement?, bool> isWanted, string what) =>
        Eventually.TrueAsync(() => heard.Any(isWanted), what, cancellationToken: Cancelled);
}
