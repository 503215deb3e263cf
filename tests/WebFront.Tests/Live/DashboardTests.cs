using System.Text.Json;
using System.Threading.Channels;
using Burnin.Grains.Interfaces.Fleet;
using Burnin.WebFront.Tests.Fakes;
using Burnin.WebFront.Tests.Host;
using Microsoft.AspNetCore.SignalR.Client;
using Orleans.Core.Internal;

namespace Burnin.WebFront.Tests.Live;

public sealed class DashboardTests : IAsyncLifetime
{
    private readonly Channel<JsonElement> deltas = Channel.CreateUnbounded<JsonElement>();
    private readonly Channel<JsonElement> notices = Channel.CreateUnbounded<JsonElement>();
    private FrontHost front = null!;
    private HubConnection hub = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        front = await FrontHost.StartAsync(Showroom.Open());
        hub = front.Hub();
        hub.On<JsonElement>("NasDelta", delta => deltas.Writer.TryWrite(delta));
        hub.On<JsonElement>("Resync", notice => notices.Writer.TryWrite(notice));
        hub.On<JsonElement>("FleetChanged", notice => notices.Writer.TryWrite(notice));
        hub.On<JsonElement>("JobAlert", notice => notices.Writer.TryWrite(notice));
        await hub.StartAsync(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await hub.DisposeAsync();
        await front.DisposeAsync();
    }

    [Fact]
    public async Task Who_watches_hears_only_the_changed_fields_and_no_number_is_left_out()
    {
        var head = await WatchAsync("vault-02");
        await HeardByFrontAsync("vault-02");

        var from = head.GetProperty("seq").GetInt64();
        for (var round = 1; round <= 3; round++)
        {
            await EditAsync("d-idle-1", $"place {round}");
            var delta = await DeltaWithAsync($"place {round}");
            var drive = Assert.Single(delta.GetProperty("drives").EnumerateArray());

            Assert.Equal(["id", "location"], drive.EnumerateObject().Select(field => field.Name));
            Assert.Equal((head.GetProperty("epoch").GetInt64(), "vault-02"), (delta.GetProperty("epoch").GetInt64(), delta.Text("nas")));
            Assert.True(delta.GetProperty("from").GetInt64() >= from);
            Assert.Equal(delta.GetProperty("from").GetInt64() + 1, delta.GetProperty("to").GetInt64());
            from = delta.GetProperty("to").GetInt64();
        }
    }

    [Fact]
    public async Task Who_watches_one_NAS_hears_nothing_of_another_and_nothing_after_leaving()
    {
        await WatchAsync("vault-02");
        await HeardByFrontAsync("vault-02");
        await HeardByFrontAsync("vault-01");

        await EditAsync("d-sdg", "not for you");
        await EditAsync("d-idle-1", "for you");
        Assert.Equal("vault-02", (await DeltaWithAsync("for you")).Text("nas"));

        await hub.InvokeAsync("Unwatch", (string[])["vault-02"], Cancellation);
        await WatchAsync("vault-01");
        await EditAsync("d-idle-1", "no more");
        await EditAsync("d-sdg", "now this");
        Assert.Equal("vault-01", (await DeltaWithAsync("now this", "no more", "not for you")).Text("nas"));
    }

    [Fact]
    public async Task A_NAS_that_is_not_there_is_left_out_of_the_answer() =>
        Assert.Empty((await hub.InvokeAsync<JsonElement>("Watch", (string[])["nowhere"], Cancellation)).EnumerateArray());

    [Fact]
    public async Task A_feed_that_lost_its_activation_is_heard_again_and_browsers_are_told_to_start_anew()
    {
        await FollowAsync("vault-02");

        await front.Feed("vault-02").AsReference<IGrainManagementExtension>().DeactivateOnIdle(Cancellation);

        Assert.Equal("vault-02", await ResyncAsync("new_epoch"));
        await EditAsync("d-idle-1", "heard again");
        await DeltaWithAsync("heard again");
    }

    [Fact]
    public async Task A_change_that_was_lost_on_its_way_is_noticed_with_the_next_or_without_one()
    {
        await FollowAsync("vault-02");
        front.World.Ways["vault-02"] = delta => [];
        await EditAsync("d-idle-1", "lost");
        Assert.Equal("vault-02", await ResyncAsync("gap"));

        await EditAsync("d-idle-1", "lost again");
        front.World.Ways.Clear();
        await EditAsync("d-idle-1", "after the gap");
        Assert.Equal("vault-02", await ResyncAsync("gap"));

        await EditAsync("d-idle-1", "whole again");
        await DeltaWithAsync("whole again", "lost", "after the gap");
    }

    [Fact]
    public async Task A_change_that_comes_twice_or_late_is_told_once()
    {
        await FollowAsync("vault-02");
        List<NasDelta> late = [];
        front.World.Ways["vault-02"] = delta =>
        {
            late.Add(delta);
            return [delta, .. late];
        };

        await EditAsync("d-idle-1", "one");
        await EditAsync("d-idle-1", "two");
        await EditAsync("d-idle-1", "three");

        Assert.Equal(["one", "two", "three"], await PlacesAsync(3));
        front.World.Ways.Clear();
        await EditAsync("d-idle-1", "four");
        Assert.Equal(["four"], await PlacesAsync(1));
    }

    [Fact]
    public async Task A_viewer_that_stands_still_harms_nobody_is_sent_no_backlog_and_begins_anew()
    {
        await FollowAsync("vault-02");
        await FollowAsync("vault-01");
        await using var stalled = await StalledViewer.WatchAsync(front.Services, "vault-01", "vault-02");

        const int Changes = 1_000;
        var place = new string('x', 90);
        for (var change = 0; change < Changes; change++)
        {
            await EditAsync("d-idle-1", $"{place}{change}");
            await stalled.PingAsync();
        }

        // Whoever reads has heard all of it.
        await DeltaWithAsync($"{place}{Changes - 1}");
        var backlog = await stalled.ReadUntilAsync("Resync");
        Assert.Contains("""
            "arguments":[{"nas":"vault-02","reason":"slow"}]
            """.Trim(), backlog, StringComparison.Ordinal);
        Assert.InRange(backlog.Length, 1, Changes * place.Length / 4);

        await EditAsync("d-idle-1", "reads again");
        await EditAsync("d-sdg", "never stood still");
        Assert.DoesNotContain("Resync", await stalled.ReadUntilAsync("never stood still"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_NAS_that_is_added_here_is_announced_and_followed()
    {
        await front.Http.SendAsync(HttpMethod.Post, "/api/v1/nas", new { name = "vault-04", kind = "local" });
        await notices.Reader.ReadAsync(Cancellation);
        await WatchAsync("vault-04");

        var newcomer = front.World.Drives["d-idle-3"] with { Id = "d-new", Nas = "vault-04" };
        await front.Feed("vault-04").PublishAsync(front.World.Nases["vault-04"].Status, [newcomer]);

        var drive = (await deltas.Reader.ReadAsync(Cancellation)).GetProperty("drives")[0];
        Assert.Equal(("d-new", "VRG4U7AK"), (drive.Text("id"), drive.Text("serial")));
    }

    [Fact]
    public async Task An_alert_reaches_everyone_also_who_watches_nothing()
    {
        await HeardByFrontAsync("vault-01");
        await front.Feed("vault-01").AlertAsync(new JobAlert
        {
            JobId = "job-1",
            DriveId = "d-1",
            Nas = "vault-01",
            Devname = "sda",
            Serial = "S1",
            Model = "M1",
            State = "failed",
            Headline = "8 bad blocks",
        });

        Assert.Equal("8 bad blocks", (await notices.Reader.ReadAsync(Cancellation)).Text("headline"));
    }

    [Fact]
    public async Task A_browser_on_the_page_of_another_site_is_not_let_in()
    {
        using var answer = await PostNegotiateAsync("http://evil.example");

        Assert.Equal(System.Net.HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private async Task<HttpResponseMessage> PostNegotiateAsync(string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/hubs/dashboard/negotiate?negotiateVersion=1");
        request.Headers.Add("Origin", origin);
        return await front.Http.SendAsync(request, Cancellation);
    }

    private async Task<JsonElement> WatchAsync(string nas) =>
        Assert.Single((await hub.InvokeAsync<JsonElement>("Watch", (string[])[nas], Cancellation)).EnumerateArray());

    /// <summary>Watched here, and the front listens to it.</summary>
    private async Task FollowAsync(string nas)
    {
        await HeardByFrontAsync(nas);
        await WatchAsync(nas);
    }

    private async Task<string> ResyncAsync(string reason)
    {
        while (true)
        {
            var notice = await notices.Reader.ReadAsync(Cancellation);
            if (notice.TryGetProperty("reason", out var told) && told.GetString() == reason)
            {
                return notice.Text("nas")!;
            }
        }
    }

    private async Task<IReadOnlyList<string>> PlacesAsync(int count)
    {
        List<string> places = [];
        while (places.Count < count)
        {
            places.Add((await deltas.Reader.ReadAsync(Cancellation)).GetProperty("drives")[0].Text("location")!);
        }

        return places;
    }

    private async Task EditAsync(string driveId, string location) =>
        await front.Http.SendAsync(HttpMethod.Patch, $"/api/v1/drives/{driveId}", new { location });

    /// <summary>Until the front listens to that feed. It says so by renewing: then the feed has its observer.</summary>
    private async Task HeardByFrontAsync(string nas)
    {
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        while (!front.World.Heard.ContainsKey(nas))
        {
            await often.WaitForNextTickAsync(Cancellation);
        }
    }

    private async Task<JsonElement> DeltaWithAsync(string text, params string[] never)
    {
        while (true)
        {
            var delta = await deltas.Reader.ReadAsync(Cancellation);
            Assert.All(never, unwanted => Assert.DoesNotContain(unwanted, delta.GetRawText(), StringComparison.Ordinal));
            if (delta.GetRawText().Contains(text, StringComparison.Ordinal))
            {
                return delta;
            }
        }
    }
}
