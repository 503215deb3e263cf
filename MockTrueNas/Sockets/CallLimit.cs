namespace Burnin.MockTrueNas.Sockets;

/// <summary>How many calls a connection may have under way: ten run, as many wait, and one more is refused.</summary>
internal sealed class CallLimit
{
    public const int Most = 20;

    private int _underWay;

    /// <summary>False where the call is one too many; otherwise <see cref="Leave"/> follows.</summary>
    public bool TryEnter()
    {
        if (Interlocked.Increment(ref _underWay) <= Most)
        {
            return true;
        }

        Interlocked.Decrement(ref _underWay);

        return false;
    }

    public void Leave() => Interlocked.Decrement(ref _underWay);
}
