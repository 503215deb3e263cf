namespace Burnin.MockTrueNas.SelfTests;

/// <summary>How a self-test came to its end.</summary>
internal enum SelfTestEnd
{
    Passed,
    Failed,

    /// <summary>By whoever asked for it, or another on its host.</summary>
    Aborted,

    /// <summary>By a reset or the loss of power.</summary>
    Interrupted,
}
