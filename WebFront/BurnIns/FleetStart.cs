using System.Collections.Concurrent;
using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Drives;
using Burnin.WebFront.Http;
using Microsoft.Extensions.Logging;

namespace Burnin.WebFront.BurnIns;

/// <summary>Asks many drives at once. What one of them refuses, or fails at, keeps no other from starting.</summary>
internal sealed partial class FleetStart(IGrainFactory grains, ILogger<FleetStart> logger)
{
    /// <summary>Each start makes its NAS look at the drive anew: enough at once to be quick, few enough to be answered.</summary>
    private const int AtOnce = 16;

    /// <summary>In the order of the ids.</summary>
    public async Task<StartBurnInAnswer> StartAsync(IReadOnlyList<string> driveIds, StartBurnIn wish)
    {
        var answers = new ConcurrentDictionary<string, object>(StringComparer.Ordinal);

        // No token: a batch that is half started because a browser left would surprise everyone.
        await Parallel.ForEachAsync(
            driveIds,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (id, _) => answers[id] = await StartOneAsync(id, wish));

        var inOrder = driveIds.Select(id => answers[id]).ToList();
        return new([.. inOrder.OfType<StartedJob>()], [.. inOrder.OfType<RefusedStart>()]);
    }

    private async Task<object> StartOneAsync(string id, StartBurnIn wish)
    {
        try
        {
            return await grains.Drive(id).StartAsync(wish, CancellationToken.None) switch
            {
                StartBurnInResult.Started started => new StartedJob(id, started.JobId),
                var refused => RefusedStart.Of(id, refused),
            };
        }
        catch (Exception failure)
        {
            LogFailed(logger, failure, id);
            return RefusedStart.Of(id, ApiExceptionHandler.Describe(failure));
        }
    }
}
