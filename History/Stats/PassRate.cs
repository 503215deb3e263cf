namespace Burnin.History.Stats;

/// <summary>How many of those that were judged have passed, and between which bounds the true rate lies.</summary>
public sealed record PassRate(long Passed, long Judged)
{
    /// <summary>Of the normal distribution, for 95 %.</summary>
    private const double Z = 1.959964;

    /// <summary>0 to 100; null where none was judged.</summary>
    public double? Percent => Judged == 0 ? null : 100.0 * Passed / Judged;

    /// <summary>Wilson's interval at 95 %, in percent: three of three is no proof of 100 %.</summary>
    public RateInterval? Interval
    {
        get
        {
            if (Judged == 0)
            {
                return null;
            }

            var rate = (double)Passed / Judged;
            var square = Z * Z / Judged;
            var middle = rate + (square / 2);
            var half = Z * Math.Sqrt(((rate * (1 - rate)) + (square / 4)) / Judged);
            return new(Math.Max(0, 100 * (middle - half) / (1 + square)), Math.Min(100, 100 * (middle + half) / (1 + square)));
        }
    }
}
