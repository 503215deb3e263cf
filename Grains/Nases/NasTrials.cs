using Burnin.Domain.Nases;
using Burnin.Grains.Interfaces.Nases;

namespace Burnin.Grains.Nases;

/// <summary>Tries settings before they are stored, beside whatever is open under the same name.</summary>
internal sealed class NasTrials(INasConnector connector, AnswerLimit limit)
{
    public async Task<NasTrial> RunAsync(string name, NasSettings settings, CancellationToken cancellationToken)
    {
        var (connection, invalid) = NasConnections.Of(name, settings);
        if (connection is null)
        {
            return new NasTrial(null, invalid);
        }

        try
        {
            return new NasTrial(await limit.WithinAsync(name, token => connector.TryAsync(connection, token), cancellationToken), null);
        }
        catch (NasException exception)
        {
            return new NasTrial(null, new ConfigureNasResult.Failed(exception.Fault.Word, exception.Message));
        }
    }
}
