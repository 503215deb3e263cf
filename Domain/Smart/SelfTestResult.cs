namespace Burnin.Domain.Smart;

/// <summary>How a self-test ended, over all protocols. Only <see cref="Failed"/> speaks against the drive at once.</summary>
public enum SelfTestResult
{
    Passed,
    Failed,

    /// <summary>By the host: no verdict.</summary>
    Aborted,

    /// <summary>By a reset: no verdict.</summary>
    Interrupted,

    /// <summary>Fatal or unknown error: the test could not be done. Again, and then it counts as failed.</summary>
    Fatal,
    Running,
    Unknown,
}
