using System.Globalization;
using Burnin.Rig;

namespace Burnin.Bench;

/// <summary>From the start of the process to the first 200, on an empty data folder, beside the empty program in the same run.</summary>
internal static class ColdStart
{
    public static async Task<IReadOnlyList<Row>> MeasureAsync(int runs)
    {
        var (ready, page, floorReady, floorPage) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var run = 0; run < runs; run++)
        {
            await using (var floor = await Floor.StartAsync())
            {
                await AddAsync(floor, floorReady, floorPage);
            }

            await using var burnin = await BurninProcess.StartAsync(BurninSetup.Demo());
            await AddAsync(burnin, ready, page);
        }

        return
        [
            Compare("cold start to /health/ready, s", ready, floorReady),
            Compare("cold start to /, s", page, floorPage),
        ];
    }

    private static async Task AddAsync(BurninProcess process, List<double> ready, List<double> page)
    {
        ready.Add(process.ReadyAfter.TotalSeconds);
        using var answer = await process.HttpClient.GetAsync(new Uri("/", UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        page.Add(process.Age.TotalSeconds);
    }

    private static Row Compare(string quantity, IEnumerable<double> measured, IEnumerable<double> floor)
    {
        var (sample, reference) = (new Sample(measured), new Sample(floor));

        return new Row(quantity, sample.Summary, string.Create(
            CultureInfo.InvariantCulture,
            $"{sample.Count} runs; empty ASP.NET Core: {reference.Summary}; ratio {sample.Median / reference.Median:0.0}"));
    }
}
