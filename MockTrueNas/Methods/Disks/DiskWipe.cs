using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Api;
using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Drives;
using Burnin.MockTrueNas.Jobs;
using Burnin.MockTrueNas.Pools;
using Burnin.MockTrueNas.Violations;

namespace Burnin.MockTrueNas.Methods.Disks;

/// <summary><c>disk.wipe</c>: CORE looks at nothing before it writes; Linux does not let a member of a pool be opened.</summary>
internal static class DiskWipe
{
    private const double BytesPerSecond = 200e6;

    public static ApiMethod Method { get; } = new("disk.wipe", Run)
    {
        Parameters = [new Parameter("dev"), new Parameter("mode"), new Parameter("synccache", IsRequired: false)],
    };

    private static ApiAnswer Run(ApiCall call)
    {
        var dev = call.Text(0)?.Replace("/dev/", "", StringComparison.Ordinal) ?? "";

        if (call.Text(1) is not ("QUICK" or "FULL" or "FULL_RANDOM"))
        {
            return ApiAnswer.Wrong("mode", $"Invalid choice: {call.Text(1)}");
        }

        var drive = call.Box.Look().Find(dev);

        if (drive is not null && !IsBlank(drive, call.Box.Look()))
        {
            call.Box.Violations.Add(ViolationKind.UsedDiskWiped, $"disk.wipe {dev}, which is {drive.Case}");
        }

        return call.Box.Change(moment =>
        {
            var (state, job) = JobClerk.Add(moment.State, id => new Job
            {
                Id = id,
                Method = "disk.wipe",
                Arguments = new JsonArray([.. call.Arguments.Select(argument => argument?.DeepClone())]).ToJsonString(),
                Description = $"{call.Text(1)} wipe of disk {dev}",
                Work = WorkFor(drive, call, moment),
                StartedAt = moment.Now,
                IsAbortable = true,
                Owner = call.Session.Login?.User,
                OwnerKey = call.Session.Login?.Key?.Id,
                MessageId = call.MessageId?.ToJsonString(),
            });

            return (state, (ApiAnswer)new ApiAnswer.Started(job.Id));
        });
    }

    /// <summary>Whatever else it may be: nothing that anybody could want is on it.</summary>
    private static bool IsBlank(Drive drive, BoxMoment moment) =>
        moment.PoolOf(drive) is null && PartitionTable.Of(drive, moment).IsEmpty && drive.Case is not DriveCase.FormerMember;

    private static JobWork WorkFor(Drive? drive, ApiCall call, BoxMoment moment) => drive switch
    {
        null => new JobWork.Refused(Errno.NoEntry, "No such file or directory"),
        _ when !call.Product.IsCore && moment.PoolOf(drive) is { State: PoolState.Imported } => new JobWork.Refused(Errno.Busy, "Device or resource busy"),
        _ => new JobWork.Wipe(drive.Slot, call.Text(1) == "QUICK" ? TimeSpan.FromSeconds(1) : TimeSpan.FromSeconds(drive.Model.Bytes / BytesPerSecond)),
    };
}
