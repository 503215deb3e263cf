using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;

namespace Burnin.Nas.TrueNas.Disks;

/// <summary>
/// Reads temperatures by the right call of each release. Disks are always named: an empty list means "those that the NAS
/// watches", which is not all. A poll wakes no disk that sleeps. Where the NAS does not tell, nothing is known; that is not cool.
/// </summary>
internal sealed class Thermometer(TimeProvider clock)
{
    private const string AsleepIsLeftAlone = "STANDBY";
    private const string Always = "NEVER";

    /// <summary>The NAS runs smartctl for each disk that it measures, and does so itself every five minutes.</summary>
    private const int MostOldSeconds = 60;

    private const int AtOnce = 4;

    /// <summary>Of disks that are asked one by one, in one poll.</summary>
    private const int MostInOnePoll = 16;

    private readonly ConcurrentDictionary<string, (int? Celsius, long At)> _single = new();

    /// <summary>By device name. A disk that is not in it, or null, was not told.</summary>
    public async Task<ImmutableDictionary<string, int?>> ReadAsync(
        TrueNasSession session, ImmutableArray<string> names, CancellationToken cancellationToken) => names.IsEmpty
        ? ImmutableDictionary<string, int?>.Empty
        : session.Release.Temperatures switch
        {
            TemperatureWay.Plain => Read(await session.AskAsync(Many("names", names, new("powermode", AsleepIsLeftAlone)), cancellationToken)),
            TemperatureWay.WithOptions => Read(await session.AskAsync(
                Many("names", names, new("options", new { cache = MostOldSeconds, only_cached = false, powermode = AsleepIsLeftAlone })), cancellationToken)),
            TemperatureWay.FromKernel => Read(await session.AskAsync(Many("name", names, new("include_thresholds", false)), cancellationToken)),
            TemperatureWay.OneByOne => await ReadOneByOneAsync(session, names, cancellationToken),
        };

    /// <summary>Now, from the disk itself where the release can.</summary>
    public static async Task<int?> ReadNowAsync(TrueNasSession session, string name, CancellationToken cancellationToken) => session.Release.Temperatures switch
    {
        TemperatureWay.FromKernel => Read(await session.AskAsync(Many("name", [name], new("include_thresholds", false)), cancellationToken)).GetValueOrDefault(name),
        TemperatureWay.WithOptions => Celsius(await session.AskAsync(One(name, new("options", new { cache = (int?)null, powermode = Always })), cancellationToken)),
        TemperatureWay.Plain or TemperatureWay.OneByOne => Celsius(await session.AskAsync(One(name, new("powermode", Always)), cancellationToken)),
    };

    private static TrueNasCall Many(string parameter, ImmutableArray<string> names, TrueNasArgument how) =>
        TrueNasCall.Read("disk.temperatures", new(parameter, names), how) with { IsSlow = true };

    private static TrueNasCall One(string name, TrueNasArgument how) => TrueNasCall.Read("disk.temperature", new("name", name), how);

    private static ImmutableDictionary<string, int?> Read(JsonElement answer) => answer.ValueKind == JsonValueKind.Object
        ? answer.EnumerateObject().GroupBy(pair => pair.Name).ToImmutableDictionary(group => group.Key, group => Celsius(group.Last().Value))
        : ImmutableDictionary<string, int?>.Empty;

    private static int? Celsius(JsonElement value) => value.AsNumber() is { } celsius && celsius is > -100 and < 300 ? (int)Math.Round(celsius) : null;

    private async Task<ImmutableDictionary<string, int?>> ReadOneByOneAsync(
        TrueNasSession session, ImmutableArray<string> names, CancellationToken cancellationToken)
    {
        foreach (var gone in _single.Keys.Except(names))
        {
            _single.TryRemove(gone, out _);
        }

        var due = names.Where(name => !_single.TryGetValue(name, out var known) || clock.GetElapsedTime(known.At) >= TimeSpan.FromSeconds(MostOldSeconds))
            .OrderBy(name => _single.TryGetValue(name, out var known) ? known.At : long.MinValue)
            .Take(MostInOnePoll);
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (name, token) =>
        {
            var at = clock.GetTimestamp();
            _single[name] = await session.TryAsync(One(name, new("powermode", AsleepIsLeftAlone)), token) is TrueNasAnswer.Result result ? (Celsius(result.Value), at) : (null, at);
        });
        return names.Where(_single.ContainsKey).ToImmutableDictionary(name => name, name => _single[name].Celsius);
    }
}
