using System.Text.Json;
using Burnin.Domain.Jobs;
using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Fleet;
using Burnin.Grains.Tests.Doubles;
using Xunit;

namespace Burnin.Grains.Tests.Fleet;

public sealed class FeedGrainTests : GrainCluster
{
    [Fact]
    public async Task A_picture_and_the_deltas_after_it_have_no_gap()
    {
        await AddNasAsync(2, "S1", "S2");
        await EventuallyAsync("published", async () => (await Grains.Feed(NasName).GetPictureAsync()).Drives.Length == 2);
        var recorder = new Recorder();
        var picture = await Grains.Feed(NasName).SubscribeAsync(Grains.CreateObjectReference<INasObserver>(recorder));

        var job = await StartAsync("S1");
        await Nas.PassAsync(await RunAsync(job, StageName.SurfaceValidate));
        await JobShowsAsync(job, "the job is over", view => view.IsOver);
        await EventuallyAsync("the end is heard", () => Task.FromResult(recorder.Deltas.Any(delta => delta.Drives.Any(drive => drive.FieldsJson.Contains("passed", StringComparison.Ordinal)))));

        var sequence = picture.Sequence;
        foreach (var delta in recorder.Deltas)
        {
            Assert.Equal((picture.Epoch, sequence), (delta.Epoch, delta.From));
            sequence = delta.To;
        }

        Assert.Equal(job, Assert.Single(recorder.Alerts).JobId);
    }

    [Fact]
    public async Task A_delta_holds_only_what_changed()
    {
        await AddNasAsync(2, "S1");
        var recorder = new Recorder();
        await EventuallyAsync("sent", async () => (await Grains.Feed(NasName).GetPictureAsync()).Sequence > 0);
        await Grains.Feed(NasName).SubscribeAsync(Grains.CreateObjectReference<INasObserver>(recorder));

        await Grains.Drive("S1").EditAsync("Shelf A", null);

        await EventuallyAsync("heard", () => Task.FromResult(recorder.Deltas.Any(delta => !delta.Drives.IsEmpty)));
        var change = recorder.Deltas.Select(delta => delta.Drives).First(drives => !drives.IsEmpty)[0];
        var fields = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(change.FieldsJson)!;
        Assert.Equal("location", Assert.Single(fields).Key);
    }

    [Fact]
    public async Task Many_changes_at_once_are_one_delta()
    {
        await AddNasAsync(2, "S1");
        await EventuallyAsync("sent", async () => (await Grains.Feed(NasName).GetPictureAsync()).Sequence > 0);
        var recorder = new Recorder();
        await Grains.Feed(NasName).SubscribeAsync(Grains.CreateObjectReference<INasObserver>(recorder));

        for (var i = 0; i < 20; i++)
        {
            await Grains.Drive("S1").EditAsync($"Shelf {i}", null);
        }

        Clock.Advance(TimeSpan.FromMilliseconds(100));
        await EventuallyAsync("heard", () => Task.FromResult(recorder.Deltas.Any(delta => !delta.Drives.IsEmpty)));
        Assert.Contains("Shelf 19", Assert.Single(recorder.Deltas, delta => !delta.Drives.IsEmpty).Drives[0].FieldsJson);
    }

    [Fact]
    public async Task A_restarted_feed_has_a_new_epoch_and_the_drives_are_back_after_a_poll()
    {
        await AddNasAsync(2, "S1");
        await EventuallyAsync("published", async () => (await Grains.Feed(NasName).GetPictureAsync()).Drives.Length == 1);
        var epoch = (await Grains.Feed(NasName).GetPictureAsync()).Epoch;
        Clock.Advance(TimeSpan.FromSeconds(1));

        await LoseActivationsAsync();
        await Grains.Nas(NasName).EnsurePollingAsync();

        await EventuallyAsync("drives are back", async () => (await Grains.Feed(NasName).GetPictureAsync()) is { Drives.Length: 1 } picture && picture.Epoch != epoch);
    }

    [Fact]
    public async Task What_runs_is_counted_at_once_and_not_at_the_next_poll()
    {
        await AddNasAsync(2, "S1");
        await RunAsync(await StartAsync("S1"), StageName.SurfaceValidate);

        await EventuallyAsync("one runs", async () => (await Grains.Feed(NasName).GetPictureAsync()).Status is { Running: 1, Queued: 0 });
    }
}
