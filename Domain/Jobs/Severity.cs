namespace Burnin.Domain.Jobs;

public enum Severity
{
    /// <summary>Worth knowing; does not speak against the drive.</summary>
    Note,

    /// <summary>Nothing can be said about the drive because of this.</summary>
    Inconclusive,

    /// <summary>Condemns the drive.</summary>
    Fail,
}
