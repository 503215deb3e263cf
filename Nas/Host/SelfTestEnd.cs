namespace Burnin.Nas.Host;

internal enum SelfTestEnd
{
    Passed,
    Failed,

    /// <summary>By the host, a reset or a person, or for a reason the drive does not tell: no verdict on the drive.</summary>
    Interrupted,
}
