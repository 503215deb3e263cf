using Burnin.MockTrueNas.Original.SelfTests;

namespace Burnin.MockTrueNas.Original.Fleet;

/// <summary>
/// Reads a temperature that is a function of time alone: a slow drift around the idle value, plus the warmth of the
/// last self-test, which builds up while it runs and is lost as fast afterwards.
/// </summary>
internal static class Thermometer
{
    private const double DriftCelsius = 1.5;
    private const double MostWarmthCelsius = 6;

    private static readonly TimeSpan DriftPeriod = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan PerDegree = TimeSpan.FromSeconds(10);

    public static int Read(Drive drive, SelfTest? lastTest, TimeSpan uptime, DateTimeOffset now)
    {
        if (drive.PinnedCelsius is { } pinned)
        {
            return pinned;
        }

        // The slot shifts the phase, so that the shelf does not breathe as one.
        var drift = DriftCelsius * Math.Sin(Math.Tau * ((uptime / DriftPeriod) + (drive.Slot / 15.0)));

        return (int)Math.Round(drive.IdleCelsius + drift + Warmth(lastTest, now), MidpointRounding.AwayFromZero);
    }

    private static double Warmth(SelfTest? test, DateTimeOffset now)
    {
        if (test is null)
        {
            return 0;
        }

        var end = test.At(now).EndedAt ?? now;
        var gained = Math.Min((end - test.StartedAt) * test.SpeedUp / PerDegree, MostWarmthCelsius);

        return Math.Max(0, gained - ((now - end) * test.SpeedUp / PerDegree));
    }
}
