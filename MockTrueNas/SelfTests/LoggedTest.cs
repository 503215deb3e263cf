namespace Burnin.MockTrueNas.SelfTests;

/// <summary>One row of a drive's self-test log.</summary>
/// <param name="Kind">What was tested.</param>
/// <param name="End">Null while the test runs.</param>
/// <param name="Percent">How far it came.</param>
/// <param name="Hours">The drive's age when the test ended, or now.</param>
/// <param name="FailedAtBlock">Where the medium failed.</param>
internal sealed record LoggedTest(SelfTestKind Kind, SelfTestEnd? End, double Percent, int Hours, long? FailedAtBlock)
{
    private const int Tenth = 10;

    /// <summary>ATA tells the rest of a test in tens, and starts with 90.</summary>
    public int RemainingInTens => End is SelfTestEnd.Passed ? 0 : Math.Min(90, (int)((100 - Percent) / Tenth) * Tenth);
}
