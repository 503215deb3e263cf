namespace Burnin.Domain.Smart;

/// <summary>How a self-test ended, by the code that the drive stores. The words of smartctl for it are no guide: "Completed, segment failed" begins like a pass.</summary>
internal static class SelfTestCodes
{
    /// <param name="status">The whole byte; the low half is what was left.</param>
    public static SelfTestResult OfAta(long? status) => (status >> 4) switch
    {
        0 => SelfTestResult.Passed,
        1 => SelfTestResult.Aborted,
        2 => SelfTestResult.Interrupted,
        3 => SelfTestResult.Fatal,
        >= 4 and <= 8 => SelfTestResult.Failed,
        15 => SelfTestResult.Running,
        _ => SelfTestResult.Unknown,
    };

    public static SelfTestResult OfScsi(long? result) => result switch
    {
        0 => SelfTestResult.Passed,
        1 or 2 => SelfTestResult.Aborted,
        3 => SelfTestResult.Fatal,
        >= 4 and <= 7 => SelfTestResult.Failed,
        15 => SelfTestResult.Running,
        _ => SelfTestResult.Unknown,
    };

    public static SelfTestResult OfNvme(long? result) => result switch
    {
        0 => SelfTestResult.Passed,
        (>= 1 and <= 4) or 8 or 9 => SelfTestResult.Aborted,
        5 => SelfTestResult.Fatal,
        6 or 7 => SelfTestResult.Failed,
        _ => SelfTestResult.Unknown,
    };
}
