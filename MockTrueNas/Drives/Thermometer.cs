using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.SelfTests;

namespace Burnin.MockTrueNas.Drives;

/// <summary>
/// Reads a temperature that is a function of time alone: a slow drift around the idle value, plus the warmth of the last
/// self-test, which builds up while it runs and is lost as fast afterwards.
/// </summary>
internal static class Thermometer
{
    private const double DriftCelsius = 1.5;
    private const double MostWarmthCelsius = 6;

    private static readonly TimeSpan DriftPeriod = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan PerDegree = TimeSpan.FromMinutes(2);

    public static int Read(Drive drive, BoxMoment moment)
    {
        if (drive.PinnedCelsius is { } pinned)
        {
            return pinned;
        }

        // The slot shifts the phase, so that the shelf does not breathe as one.
        var drift = DriftCelsius * Math.Sin(Math.Tau * ((moment.Uptime / DriftPeriod) + (drive.Slot / 15.0)));

        return (int)Math.Round(drive.IdleCelsius + drift + Warmth(drive.LastTest, moment), MidpointRounding.AwayFromZero);
    }

    private static double Warmth(SelfTest? test, BoxMoment moment)
    {
        if (test is null)
        {
            return 0;
        }

        var end = test.EndedAt(moment.Now) ?? moment.Now;
        var gained = Math.Min((end - test.StartedAt) * moment.SpeedUp / PerDegree, MostWarmthCelsius);

        return Math.Max(0, gained - ((moment.Now - end) * moment.SpeedUp / PerDegree));
    }
}
