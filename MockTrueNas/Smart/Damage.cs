using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Drives;

namespace Burnin.MockTrueNas.Smart;

/// <summary>What the self-tests of a dying drive have brought to light so far; it grows while one runs.</summary>
/// <param name="Pending">Sectors that could not be read.</param>
/// <param name="Reported">Errors that the host was told of.</param>
/// <param name="Reallocated">Sectors that were given up.</param>
internal sealed record Damage(int Pending, int Reported, int Reallocated)
{
    private const int PendingPerTest = 8;
    private const double FailingPercent = 30;

    public static Damage Of(Drive drive, BoxMoment moment)
    {
        if (!drive.IsDoomed)
        {
            return new Damage(0, 0, 0);
        }

        var parts = drive.Tests.Where(test => test.IsDoomed).Select(test => Math.Min(1, test.PercentAt(moment.Now) / FailingPercent)).ToList();
        var failures = parts.Count(part => part >= 1);

        return new Damage(parts.Sum(part => (int)(part * PendingPerTest)), failures, Math.Max(0, failures - 1) * PendingPerTest);
    }
}
