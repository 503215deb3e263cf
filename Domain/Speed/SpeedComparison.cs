using System.Collections.Immutable;

namespace Burnin.Domain.Speed;

/// <summary>One direction of a drive's curve against its siblings', place by place.</summary>
public sealed record SpeedComparison
{
    public required SpeedDirection Direction { get; init; }

    /// <summary>How many other drives the comparison rests on.</summary>
    public required int Siblings { get; init; }

    /// <summary>What the middle one of them does at the places where this drive was measured.</summary>
    public required long SiblingBytesPerSecond { get; init; }

    /// <summary>This drive's, at the same places.</summary>
    public required long BytesPerSecond { get; init; }

    public ImmutableArray<SlowZone> SlowZones { get; init; } = [];

    public double Ratio => (double)BytesPerSecond / SiblingBytesPerSecond;

    /// <summary>Empty where there are too few siblings that were measured by the same engine.</summary>
    public static ImmutableArray<SpeedComparison> Of(SpeedCurve curve, IEnumerable<SpeedCurve> siblings)
    {
        var alike = siblings.Where(sibling => sibling.Engine == curve.Engine && sibling.SizeBytes == curve.SizeBytes).ToList();
        return [.. curve.Lanes.Select(lane => Of(lane, curve.SizeBytes, [.. alike.Select(sibling => sibling.Lane(lane.Direction)).OfType<SpeedLane>()])).OfType<SpeedComparison>()];
    }

    private static SpeedComparison? Of(SpeedLane lane, long sizeBytes, List<SpeedLane> siblings)
    {
        if (siblings.Count < SpeedLimits.LeastSiblings)
        {
            return null;
        }

        var parts =
            (from part in Enumerable.Range(0, SpeedLane.Parts)
             let own = lane.BytesPerSecond[part]
             let known = siblings.Select(sibling => sibling.BytesPerSecond[part]).OfType<long>().ToList()
             where own > 0 && known.Count >= SpeedLimits.LeastSiblings
             select (Part: part, Own: own.Value, Theirs: Median.Of(known.Select(speed => (long?)speed))!.Value)).ToList();
        if (parts.Count == 0 || parts.Any(part => part.Theirs <= 0))
        {
            return null;
        }

        // Equal parts at different speeds: their mean speed is the harmonic one.
        return new SpeedComparison
        {
            Direction = lane.Direction,
            Siblings = siblings.Count,
            BytesPerSecond = (long)(parts.Count / parts.Sum(part => 1.0 / part.Own)),
            SiblingBytesPerSecond = (long)(parts.Count / parts.Sum(part => 1.0 / part.Theirs)),
            SlowZones = [.. ZonesIn(parts, sizeBytes)],
        };
    }

    private static IEnumerable<SlowZone> ZonesIn(List<(int Part, long Own, long Theirs)> parts, long sizeBytes)
    {
        var run = new List<(int Part, long Own, long Theirs)>();
        foreach (var part in parts.Append((Part: int.MaxValue, Own: 1, Theirs: 1)))
        {
            var goesOn = run.Count == 0 || part.Part == run[^1].Part + 1;
            if (goesOn && (double)part.Own / part.Theirs < SpeedLimits.DentBelow)
            {
                run.Add(part);
                continue;
            }

            if (run.Count >= SpeedLimits.ZoneParts)
            {
                yield return new SlowZone(ByteOf(run[0].Part), ByteOf(run[^1].Part + 1), run.Sum(slow => 1.0 / slow.Theirs) / run.Sum(slow => 1.0 / slow.Own));
            }

            run = part.Part != int.MaxValue && (double)part.Own / part.Theirs < SpeedLimits.DentBelow ? [part] : [];
        }

        long ByteOf(int part) => (long)((Int128)sizeBytes * part / SpeedLane.Parts);
    }
}
