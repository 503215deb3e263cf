using System.Text.RegularExpressions;
using Burnin.WebFront.Tests.Fakes;
using Burnin.WebFront.Tests.Host;

namespace Burnin.WebFront.Tests.Api;

public sealed partial class MetricsTests : IAsyncLifetime
{
    private FrontHost front = null!;

    public async ValueTask InitializeAsync() => front = await FrontHost.StartAsync(Showroom.Open());

    public ValueTask DisposeAsync() => front.DisposeAsync();

    [Fact]
    public async Task Drives_jobs_and_boxes_are_told_as_Prometheus_reads_them()
    {
        using var answer = await front.Http.GetAsync("/metrics", TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        Assert.All(text.TrimEnd('\n').Split('\n'), line => Assert.Matches(Line(), line));
        foreach (var nas in front.World.Nases.Keys)
        {
            var drives = front.World.DrivesOf(nas).ToList();
            foreach (var state in drives.GroupBy(drive => drive.Status))
            {
                Assert.Contains($"burnin_drives{{nas=\"{nas}\",state=\"{state.Key}\"}} {state.Count()}\n", text, StringComparison.Ordinal);
            }

            Assert.Equal(
                drives.Count(drive => drive.TemperatureC is not null),
                Regex.Count(text, $"burnin_drive_temperature_celsius{{nas=\"{nas}\","));
        }
    }

    [Fact]
    public async Task A_name_with_anything_in_it_stays_one_label()
    {
        var nas = front.World.Nases.Keys.Order(StringComparer.Ordinal).First();
        var drive = front.World.DrivesOf(nas).First(each => each.TemperatureC is not null) with { Model = "odd \"model\"\\\n{}" };
        await front.Feed(nas).PublishAsync(front.World.Nases[nas].Status, [drive]);

        var text = await front.Http.GetStringAsync("/metrics", TestContext.Current.CancellationToken);

        Assert.Contains("model=\"odd \\\"model\\\"\\\\\\n{}\"} ", text, StringComparison.Ordinal);
    }

    [GeneratedRegex("""^(# (HELP|TYPE) burnin_\w+ .+|burnin_\w+(\{(\w+="([^"\\\n]|\\.)*",?)+\})? -?[\d.E+-]+)$""")]
    private static partial Regex Line();
}
