using System.Globalization;
using System.Text.Json.Nodes;
using Burnin.Rig;

namespace Burnin.Bench;

/// <summary>How long a drive stands idle between two stages of its job.</summary>
internal static class StageGap
{
    private const double SpeedUp = 60;

    public static async Task<IReadOnlyList<Row>> MeasureAsync()
    {
        await using var burnin = await BurninProcess.StartAsync(BurninSetup.Demo(SpeedUp));
        var fleet = new DemoFleet(burnin);
        var jobs = await fleet.StartAllAsync(runSurface: true, runShort: true, runLong: true);
        await fleet.FinishAsync(jobs);
        var gaps = new Sample((await fleet.JobsAsync(jobs)).SelectMany(Gaps));

        return
        [
            new Row("gap between two stages, s", gaps.Summary, string.Create(
                CultureInfo.InvariantCulture, $"{gaps.Count} gaps of {jobs.Count} jobs, demo time times {SpeedUp:0}")),
        ];
    }

    private static IEnumerable<double> Gaps(JsonNode job)
    {
        var stages = job["stages"]!.AsArray().Select(stage => (Start: Moment(stage!, "started_at"), End: Moment(stage!, "finished_at")))
            .Where(stage => stage.Start is not null)
            .OrderBy(stage => stage.Start)
            .ToList();

        return stages.Zip(stages.Skip(1))
            .Where(pair => pair.First.End is not null)
            .Select(pair => (pair.Second.Start!.Value - pair.First.End!.Value).TotalSeconds);
    }

    private static DateTimeOffset? Moment(JsonNode stage, string name) =>
        stage[name]?.ToString() is { Length: > 0 } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) : null;
}
