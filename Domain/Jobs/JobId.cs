namespace Burnin.Domain.Jobs;

/// <summary>Names one burn-in of one drive: a ULID, so that ids sort by time of creation.</summary>
public readonly record struct JobId(string Value)
{
    public override string ToString() => Value;
}
