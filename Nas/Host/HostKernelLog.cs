using System.Globalization;
using Burnin.Domain.Drives;
using Burnin.Domain.Jobs;
using Burnin.Domain.Kernel;
using Burnin.Domain.Nases;

namespace Burnin.Nas.Host;

/// <summary>What the kernel of the host logged of a drive while a stage ran. A log that cannot be had costs the stage nothing but this.</summary>
/// <param name="connection">Says whether loop devices count.</param>
/// <param name="ask">Asks the programme: verb, arguments.</param>
/// <param name="clock">Tells how long ago the stage began; what the host's clock shows does not matter.</param>
internal sealed class HostKernelLog(
    NasConnection connection, Func<string, IEnumerable<string>, CancellationToken, Task<HostAnswer>> ask, TimeProvider clock)
{
    private const string EvidenceName = "kernel.log";

    /// <summary>The same result, with the log and what it says.</summary>
    public async Task<RunResult> AddToAsync(RunResult result, RunOrder order, CancellationToken cancellationToken)
    {
        HostAnswer answer;
        try
        {
            answer = await ask("kernel", Arguments(order.Target, clock.GetUtcNow() - order.OrderedAt), cancellationToken);
        }
        catch (NasException exception)
        {
            return result with { Kernel = new KernelSight { Unavailable = exception.Message } };
        }

        var log = answer.Text("klog");
        return result with
        {
            Kernel = Read(answer, log),
            Evidence = log.Length == 0 ? result.Evidence : result.Evidence.Add(new StageEvidence(EvidenceName, log)),
        };
    }

    internal static KernelSight Read(HostAnswer answer, string log)
    {
        var paths = answer.All("path").ToLookup(line => line.Word(0) == "ours", Names);
        return answer.First("nokernel") is { } none ? new KernelSight { Unavailable = none.Word(0) }
            : paths[true].FirstOrDefault() is { } ours ? KernelLog.Read(ours, [.. paths[false]], log)
            : new KernelSight { Unavailable = answer.First("nodisk")?.Word(0) ?? "The host did not say by which names its kernel knows the drive." };
    }

    private IEnumerable<string> Arguments(DriveTarget target, TimeSpan ago) =>
    [
        connection.IncludeLoopDevices ? "1" : "0", target.Serial, target.SizeBytes.ToString(CultureInfo.InvariantCulture), target.Wwn ?? "",
        Math.Max(0, Math.Ceiling(ago.TotalSeconds)).ToString("0", CultureInfo.InvariantCulture),
    ];

    private static KernelNames Names(HostLine line) => new()
    {
        Device = line.Word(1),
        AtaPort = OrNull(line.Word(2)),
        ScsiAddress = OrNull(line.Word(3)),
        Controller = OrNull(line.Word(4)),
        PciAddress = OrNull(line.Word(5)),
        SasAddress = OrNull(line.Word(6)),
    };

    private static string? OrNull(string word) => word.Length > 0 ? word : null;
}
