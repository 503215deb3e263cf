using Burnin.Domain.Jobs;

namespace Burnin.Domain.Verdicts;

/// <summary>Looks up what is known of other drives.</summary>
public interface ISurroundings
{
    Task<Surroundings> OfAsync(BurnInJob job, CancellationToken cancellationToken);
}
