using Burnin.Domain.Nases;
using Microsoft.Extensions.Options;

namespace Burnin.Grains.Nases;

/// <summary>Bounds every question to a NAS: a grain that waits for ever answers nobody, and holds up the end of the silo.</summary>
internal sealed class AnswerLimit(IOptionsMonitor<BurnInOptions> options, TimeProvider clock)
{
    /// <exception cref="NasException">The NAS did not answer in time, or what the question itself failed with.</exception>
    public async Task<T> WithinAsync<T>(string nas, Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.CurrentValue.AnswerLimit, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await ask(both.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            throw new NasException(NasFault.Unreachable, $"\"{nas}\" did not answer within {options.CurrentValue.AnswerLimit.TotalSeconds:0} s. Look whether it is up and not overloaded.");
        }
    }
}
