using Burnin.History.Audit;

namespace Burnin.WebFront.Audit;

/// <summary>
/// The state of the chain for whoever looks at it. A check reads every row there is, so its answer holds for a while, and
/// however many ask at once, one check runs.
/// </summary>
internal sealed class ChainCheck(AuditChain chain, TimeProvider clock)
{
    private static readonly TimeSpan Holds = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private Task<ChainAnswer>? running;
    private ChainAnswer? last;

    public Task<ChainAnswer> AskAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (running is not { IsCompleted: false })
            {
                if (last is not null && clock.GetUtcNow() - last.CheckedAt < Holds)
                {
                    return Task.FromResult(last);
                }

                running = RunAsync();
            }

            return running.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Not for one caller: whoever leaves must not end it for the others.</summary>
    private async Task<ChainAnswer> RunAsync()
    {
        await Task.Yield();
        var found = ChainAnswer.Of(await chain.VerifyAsync(CancellationToken.None), clock.GetUtcNow());
        lock (gate)
        {
            last = found;
        }

        return found;
    }
}
