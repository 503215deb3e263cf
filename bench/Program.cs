using System.Globalization;
using Burnin.Bench;

var command = args.FirstOrDefault() ?? "all";
var runs = Array.IndexOf(args, "--runs") is var at and >= 0 && at + 1 < args.Length
    ? int.Parse(args[at + 1], CultureInfo.InvariantCulture)
    : 5;

if (command == Floor.Command)
{
    await Floor.RunAsync();
    return 0;
}

if (command == LiveHost.Command)
{
    await LiveHost.RunAsync();
    return 0;
}

var benches = new Dictionary<string, Func<Task<IReadOnlyList<Row>>>>
{
    ["cold-start"] = () => ColdStart.MeasureAsync(runs),
    ["memory"] = Memory.MeasureAsync,
    ["stage-gap"] = StageGap.MeasureAsync,
    ["writes"] = Writes.MeasureAsync,
    ["surface-overhead"] = () => SurfaceOverhead.MeasureAsync(runs),
    ["default-against-original"] = () => DefaultAgainstOriginal.MeasureAsync(runs),
    ["work-again"] = () => WorkAgain.MeasureAsync(runs),
    ["viewers"] = Viewers.MeasureAsync,
    ["shelf"] = () => Shelf.MeasureAsync(runs),
};
var chosen = command == "all" ? benches.Keys.ToList() : [command];
if (!chosen.All(benches.ContainsKey))
{
    await Console.Error.WriteLineAsync($"usage: bench {string.Join('|', benches.Keys)}|all [--runs 5]");
    return 2;
}

var rows = new List<Row>();
foreach (var name in chosen)
{
    await Console.Error.WriteLineAsync($"{name} ...");
    rows.AddRange(await benches[name]());
}

Report.Print(rows, args, TimeProvider.System);
return 0;
