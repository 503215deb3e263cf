namespace Burnin.Grains.Jobs;

/// <summary>Numbers the reports of a job, over all its activations: the epoch counts first, then the reports within it.</summary>
internal struct JobRevision
{
    /// <summary>The report of the end, which nothing replaces.</summary>
    public const long Last = long.MaxValue;

    private long _count;

    public long Next(long epoch) => (epoch << 32) | ++_count;
}
