using System.Collections.Immutable;

namespace Burnin.Domain.Speed;

/// <summary>
/// Finds dents. A segment is dented where its speed is below three quarters of the median of its neighbours, which are five
/// or one twentieth of the segments on each side, whichever is more. It counts where that was so in two sweeps at least:
/// what the host did meanwhile hits another place each time. Wider slow zones than the neighbours reach show only against
/// other drives of the model.
/// </summary>
internal static class SpeedDents
{
    private const int LeastNeighbours = 5;
    private const int LeastPoints = 8;

    public static IEnumerable<SpeedDent> In(ImmutableArray<SpeedSweep> sweeps)
    {
        var ratios = sweeps.SelectMany(RatiosOf).ToLookup(place => (place.FromByte, place.ToByte), place => place.Ratio);
        SpeedDent? open = null;
        foreach (var place in ratios.OrderBy(place => place.Key))
        {
            var low = place.Where(ratio => ratio < SpeedLimits.DentBelow).ToList();
            if (low.Count < SpeedLimits.DentTimes)
            {
                continue;
            }

            var dent = new SpeedDent(place.Key.FromByte, place.Key.ToByte, Median.Of(low)!.Value, low.Count, place.Count());
            if (open is not null && open.ToByte == dent.FromByte)
            {
                open = open with { ToByte = dent.ToByte, Ratio = Math.Min(open.Ratio, dent.Ratio), Times = Math.Max(open.Times, dent.Times), Sweeps = Math.Max(open.Sweeps, dent.Sweeps) };
                continue;
            }

            if (open is not null)
            {
                yield return open;
            }

            open = dent;
        }

        if (open is not null)
        {
            yield return open;
        }
    }

    private static IEnumerable<(long FromByte, long ToByte, double Ratio)> RatiosOf(SpeedSweep sweep)
    {
        var points = sweep.Points;
        var reach = Math.Max(LeastNeighbours, points.Length / 20);
        for (var i = 0; points.Length >= LeastPoints && i < points.Length; i++)
        {
            var (from, to) = (Math.Max(0, i - reach), Math.Min(points.Length - 1, i + reach));
            var neighbours = Enumerable.Range(from, to - from + 1).Where(place => place != i).Select(place => points[place].BytesPerSecond);
            yield return (points[i].FromByte, points[i].ToByte, points[i].BytesPerSecond / Median.Of(neighbours)!.Value);
        }
    }
}
