using Burnin.History.Heat;

namespace Burnin.WebFront.Pages.Drives;

/// <summary>The heat of a drive over a span of hours, cut into parts of the same length: what its chart draws.</summary>
/// <param name="Hours">The whole span; it ends with the present hour.</param>
/// <param name="Parts">Oldest first; null where nothing was read.</param>
public sealed record HeatCurve(int Hours, IReadOnlyList<(int Least, int Most)?> Parts)
{
    public int HoursInPart => Hours / Parts.Count;

    /// <summary>The lowest and the highest of the scale: the limit is always in sight, so that a curve far below looks far below.</summary>
    public (int Least, int Most) Scale(int critical)
    {
        var read = Parts.OfType<(int Least, int Most)>().ToList();
        var least = read.Select(part => part.Least).DefaultIfEmpty(critical).Min();
        var most = read.Select(part => part.Most).DefaultIfEmpty(critical).Max();
        return ((int)Math.Floor(Math.Min(least, critical - 20) / 10.0) * 10, (int)Math.Ceiling((Math.Max(most, critical) + 1) / 10.0) * 10);
    }

    /// <param name="points">In any order; those before the span are left out.</param>
    /// <param name="until">A moment of the last hour.</param>
    /// <param name="hours">A multiple of <paramref name="parts"/>.</param>
    /// <param name="parts">How many.</param>
    public static HeatCurve Of(IEnumerable<HeatPoint> points, DateTimeOffset until, int hours, int parts)
    {
        var from = Hour(until) + 1 - hours;
        var read = points
            .Select(point => (Index: (int)((Hour(point.At) - from) / (hours / parts)), Point: point, IsIn: Hour(point.At) >= from))
            .Where(each => each.IsIn && each.Index < parts)
            .ToLookup(each => each.Index, each => each.Point);
        return new HeatCurve(hours, [.. Enumerable.Range(0, parts).Select(index => read.Contains(index)
            ? (read[index].Min(point => point.LeastCelsius), read[index].Max(point => point.MostCelsius))
            : ((int, int)?)null)]);
    }

    private static long Hour(DateTimeOffset moment) => moment.ToUnixTimeSeconds() / 3600;
}
