namespace Burnin.Domain.Jobs;

public enum StageState
{
    Pending,
    Running,
    Passed,
    Failed,

    /// <summary>Neither passed nor failed: the host, the link, heat or a person got in the way.</summary>
    Inconclusive,

    /// <summary>Not run, because an earlier stage decided the matter.</summary>
    Skipped,
    Cancelled,
}
