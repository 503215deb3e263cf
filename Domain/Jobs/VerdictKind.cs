namespace Burnin.Domain.Jobs;

public enum VerdictKind
{
    Pass,
    PassWithNotes,
    Fail,
    Inconclusive,
}
