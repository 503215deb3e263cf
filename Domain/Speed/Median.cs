namespace Burnin.Domain.Speed;

/// <summary>The middle one of some numbers, which one that is far off does not move. Of an even number the lower one.</summary>
internal static class Median
{
    /// <summary>Of those that are known; null where none is.</summary>
    public static long? Of(IEnumerable<long?> numbers)
    {
        var known = numbers.OfType<long>().Order().ToList();
        return known.Count == 0 ? null : known[(known.Count - 1) / 2];
    }

    /// <summary>Null where there is none.</summary>
    public static double? Of(IEnumerable<double> numbers)
    {
        var known = numbers.Order().ToList();
        return known.Count == 0 ? null : known[(known.Count - 1) / 2];
    }
}
