namespace Burnin.WebFront.Live;

/// <summary>How a command of this process tells the follower to look at the list of NAS boxes now, not at its next look.</summary>
internal sealed class FleetChanges : IDisposable
{
    private readonly SemaphoreSlim announced = new(0, 1);

    public void Announce()
    {
        try
        {
            announced.Release();
        }
        catch (SemaphoreFullException)
        {
            // Announced already and not yet looked at: one look sees both.
        }
    }

    /// <summary>Until a change is announced, or the period is over.</summary>
    public async Task WaitAsync(TimeSpan period, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var over = new CancellationTokenSource(period, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellationToken);
        try
        {
            await announced.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
        }
    }

    public void Dispose() => announced.Dispose();
}
