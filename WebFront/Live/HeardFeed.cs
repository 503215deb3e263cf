namespace Burnin.WebFront.Live;

/// <summary>How far this process has heard one feed. On their way from the feed, deltas may be lost, come twice or come late.</summary>
internal sealed class HeardFeed
{
    private readonly Lock gate = new();
    private (long Epoch, long Sequence)? last;

    /// <summary>Counts all up to <paramref name="to"/> as heard. A picture is from and to its own number.</summary>
    public Hearing Hear(long epoch, long from, long to)
    {
        lock (gate)
        {
            var how = Compare(epoch, from, to);
            if (how != Hearing.Known)
            {
                last = (epoch, to);
            }

            return how;
        }
    }

    /// <summary>Whether deltas before this number are missing, which may be on their way.</summary>
    public bool Lacks(long epoch, long sequence)
    {
        lock (gate)
        {
            return Compare(epoch, sequence, sequence) == Hearing.Gap;
        }
    }

    private Hearing Compare(long epoch, long from, long to) => last switch
    {
        null => Hearing.First,
        var (known, _) when known != epoch => Hearing.NewEpoch,
        var (_, sequence) when to <= sequence => Hearing.Known,
        var (_, sequence) when from == sequence => Hearing.Next,
        _ => Hearing.Gap,
    };
}
