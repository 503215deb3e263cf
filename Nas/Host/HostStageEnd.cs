using System.Globalization;
using Burnin.Domain.Drives;
using Burnin.Domain.Jobs;
using Burnin.Domain.Nases;
using Burnin.Domain.Smart;

namespace Burnin.Nas.Host;

/// <summary>
/// What a host is asked when a stage has ended: what its kernel logged meanwhile, and the drive's SMART data as they are by
/// now, so that it can be told in which stage something grew. What cannot be had costs the stage nothing but this.
/// </summary>
/// <param name="connection">Says whether loop devices count.</param>
/// <param name="ask">Asks the programme: verb, arguments.</param>
/// <param name="clock">Dates what was read.</param>
internal sealed class HostStageEnd(
    NasConnection connection, Func<string, IEnumerable<string>, CancellationToken, Task<HostAnswer>> ask, TimeProvider clock)
{
    private const string SmartName = "smart";

    private readonly HostKernelLog kernel = new(connection, ask, clock);

    /// <summary>The same result, with both.</summary>
    public async Task<RunResult> AddToAsync(RunResult result, RunOrder order, CancellationToken cancellationToken)
    {
        var told = await kernel.AddToAsync(result, order, cancellationToken);
        return await SmartAsync(order.Target, cancellationToken) is { Unavailable: null } smart
            ? told with { Smart = smart.Condensed(), Evidence = told.Evidence.AddRange(smart.ToEvidence(SmartName)) }
            : told;
    }

    /// <summary>Null where nobody answers: the look at the end of the job is the one that counts, and it says why where it fails too.</summary>
    private async Task<SmartSnapshot?> SmartAsync(DriveTarget target, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await ask(
                "smart",
                [connection.IncludeLoopDevices ? "1" : "0", target.Serial, target.SizeBytes.ToString(CultureInfo.InvariantCulture), target.Wwn ?? ""],
                cancellationToken);
            return HostSmart.Read(answer, clock.GetUtcNow());
        }
        catch (NasException)
        {
            return null;
        }
    }
}
