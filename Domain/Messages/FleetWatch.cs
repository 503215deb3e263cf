using System.Collections.Immutable;
using System.Globalization;

namespace Burnin.Domain.Messages;

/// <summary>Misses who has not been heard for long: a NAS, or ourselves. Each silence is told once, and its end once.</summary>
public sealed record FleetWatch
{
    /// <summary>By name of a NAS that is missed: when it was last heard.</summary>
    public ImmutableSortedDictionary<string, DateTimeOffset> Silent { get; init; } = ImmutableSortedDictionary.Create<string, DateTimeOffset>(StringComparer.Ordinal);

    /// <summary>When we last knew that we run.</summary>
    public DateTimeOffset? AwakeAt { get; init; }

    /// <summary>What it is after a look around, and what there is to tell.</summary>
    public (FleetWatch Watch, ImmutableArray<Message> Messages) Look(DateTimeOffset now, ImmutableArray<NasSeen> nases, TimeSpan limit)
    {
        var expected = nases.Where(nas => !nas.IsPaused).ToImmutableArray();
        var silent = expected.Where(nas => now - nas.HeardAt > limit).ToImmutableArray();
        var missed = silent.Where(nas => !Silent.ContainsKey(nas.Name));
        var back = expected.Where(nas => now - nas.HeardAt <= limit && Silent.ContainsKey(nas.Name));
        return (
            new FleetWatch { AwakeAt = now, Silent = silent.ToImmutableSortedDictionary(nas => nas.Name, nas => Silent.GetValueOrDefault(nas.Name, nas.HeardAt), StringComparer.Ordinal) },
            [
                .. AwakeAt is { } awake && now - awake > limit ? [AwayFrom(awake, now)] : ImmutableArray<Message>.Empty,
                .. missed.Select(nas => Missed(nas, now)),
                .. back.Select(nas => Back(nas, Silent[nas.Name], now)),
            ]);
    }

    private static Message AwayFrom(DateTimeOffset awake, DateTimeOffset now) => new()
    {
        Id = $"burnin:away:{Mark(awake)}",
        Event = MessageEvent.BurninAway,
        At = now,
        Headline = $"Burnin did not run for {MessageTimes.Lasted(now - awake)}",
        Reasons = [$"From {MessageTimes.Utc(awake)} to {MessageTimes.Utc(now)} nobody watched. What runs on the hosts has gone on meanwhile, and is taken up again."],
    };

    private static Message Missed(NasSeen nas, DateTimeOffset now) => new()
    {
        Id = $"nas:{nas.Name}:silent:{Mark(nas.HeardAt)}",
        Event = MessageEvent.NasSilent,
        At = now,
        Headline = $"NAS {nas.Name} has not answered for {MessageTimes.Lasted(now - nas.HeardAt)}",
        Reasons =
        [
            .. nas.Trouble is { } trouble ? [trouble] : ImmutableArray<string>.Empty,
            nas.Running > 0
                ? string.Create(CultureInfo.InvariantCulture, $"{nas.Running} burn-ins run there. If the NAS itself is up, they go on by themselves, and are taken up again as soon as it answers.")
                : "No burn-in runs there.",
        ],
    };

    private static Message Back(NasSeen nas, DateTimeOffset heardAt, DateTimeOffset now) => new()
    {
        Id = $"nas:{nas.Name}:back:{Mark(heardAt)}",
        Event = MessageEvent.NasBack,
        At = now,
        Headline = $"NAS {nas.Name} answers again, after {MessageTimes.Lasted(nas.HeardAt - heardAt)}",
    };

    private static string Mark(DateTimeOffset moment) => moment.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
