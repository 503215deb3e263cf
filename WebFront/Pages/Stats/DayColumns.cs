namespace Burnin.WebFront.Pages.Stats;

/// <summary>Where the columns of a chart over days stand, in units of its drawing.</summary>
internal static class DayColumns
{
    public const int Width = 640;
    public const int Height = 190;
    public const int Left = 38;
    public const int Top = 8;
    public const int Bottom = 22;

    public static double Step(int days) => (double)(Width - Left) / Math.Max(1, days);

    public static double X(int day, int days) => Left + (day * Step(days)) + (Step(days) * 0.14);

    public static double WidthOf(int days) => Step(days) * 0.72;

    public static double Y(double value, double max) => Height - Bottom - HeightOf(value, max);

    public static double HeightOf(double value, double max) => max <= 0 ? 0 : value / max * (Height - Top - Bottom);
}
