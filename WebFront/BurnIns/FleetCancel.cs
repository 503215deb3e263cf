using System.Collections.Concurrent;
using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Jobs;
using Burnin.WebFront.Http;
using Burnin.WebFront.Live;
using Microsoft.Extensions.Logging;

namespace Burnin.WebFront.BurnIns;

/// <summary>Cancels everything that is not over, all at once.</summary>
internal sealed partial class FleetCancel(IGrainFactory grains, FleetPictures fleet, ILogger<FleetCancel> logger)
{
    private const int AtOnce = 16;

    public async Task<CancelAllAnswer> CancelAsync(string by)
    {
        var answers = new ConcurrentDictionary<string, object>(StringComparer.Ordinal);

        await Parallel.ForEachAsync(
            await UnfinishedAsync(),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (id, _) => answers[id] = await CancelOneAsync(id, by));

        return new(
            Ids<CancelJobResult.Cancelled>(),
            Ids<CancelJobResult.Cancelling>(),
            [.. Ids<CancelJobResult.AlreadyOver>(), .. Ids<CancelJobResult.UnknownJob>()],
            [.. answers.Values.OfType<CancelFailure>().OrderBy(failure => failure.JobId, StringComparer.Ordinal)]);

        IReadOnlyList<string> Ids<T>() => [.. answers.Where(answer => answer.Value is T).Select(answer => answer.Key).Order(StringComparer.Ordinal)];
    }

    /// <summary>
    /// What the pictures show and what the governors hold or keep in line: a job of a drive that has gone from its NAS is in
    /// no picture, and one without a slot yet may be with no governor.
    /// </summary>
    private async Task<IEnumerable<string>> UnfinishedAsync()
    {
        var pictures = await fleet.GetAllAsync();
        var governors = await Task.WhenAll(pictures.Select(picture => grains.Governor(picture.Nas).GetAsync()));
        var shown = pictures.SelectMany(picture => picture.Drives)
            .Where(drive => drive.Job is { State: "queued" or "running" or "paused" })
            .Select(drive => drive.Job!.JobId);
        return shown.Concat(governors.SelectMany(governor => governor.Holders.Concat(governor.Waiting))).Distinct(StringComparer.Ordinal);
    }

    private async Task<object> CancelOneAsync(string id, string by)
    {
        try
        {
            return await grains.Job(id).CancelAsync(by, CancellationToken.None);
        }
        catch (Exception failure)
        {
            LogFailed(logger, failure, id);
            var problem = ApiExceptionHandler.Describe(failure);
            return new CancelFailure(id, problem.Code, problem.Detail);
        }
    }
}
