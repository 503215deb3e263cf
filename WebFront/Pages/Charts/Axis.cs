using System.Globalization;

namespace Burnin.WebFront.Pages.Charts;

/// <summary>A scale from zero to a round number above the highest value, with a few marks.</summary>
internal sealed record Axis(double Max, IReadOnlyList<double> Marks)
{
    /// <summary>About so many marks, at 1, 2, 2.5 or 5 times a power of ten.</summary>
    public static Axis Upto(double highest, int marks = 4) => Of(highest, NiceStep(Math.Max(highest, double.Epsilon) / marks));

    /// <summary>The same for what comes in whole ones only.</summary>
    public static Axis OfCount(long highest, int marks = 4)
    {
        var step = Math.Max(1, NiceStep((double)Math.Max(1, highest) / marks));
        return Of(Math.Max(1, highest), step is > 2 and < 3 ? 5 : step);
    }

    /// <summary>A coordinate or a length as SVG wants it.</summary>
    public static string At(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static Axis Of(double highest, double step)
    {
        var count = Math.Max(1, (int)Math.Ceiling((highest / step) - 1e-9));
        return new Axis(step * count, [.. Enumerable.Range(0, count + 1).Select(index => index * step)]);
    }

    private static double NiceStep(double step)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(step)));
        var part = step / power;
        return power * (part <= 1 ? 1 : part <= 2 ? 2 : part <= 2.5 ? 2.5 : part <= 5 ? 5 : 10);
    }
}
