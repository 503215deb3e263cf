using System.Globalization;
using Burnin.MockTrueNas.Api;
using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Jobs;
using Burnin.MockTrueNas.Products;
using Burnin.MockTrueNas.SelfTests;

namespace Burnin.MockTrueNas.Methods.Core;

/// <summary>
/// <c>core.job_abort</c>: answers null at once. The drive hears of it from 24.10 on; before that its test goes on, and only
/// the watcher is gone.
/// </summary>
internal static class JobAbort
{
    public static ApiMethod Method { get; } = new("core.job_abort", Run) { Parameters = [new Parameter("id")], NeedsNoRole = true };

    private static ApiAnswer Run(ApiCall call)
    {
        if (call.Argument(0).AsWhole() is not { } id)
        {
            return ApiAnswer.Wrong("id", "Not an integer");
        }

        return call.Box.Change(moment => moment.State.Jobs.FirstOrDefault(job => job.Id == id && JobAccess.Allows(job, call.Session, call.Product)) is { } job
            ? (Aborted(job, moment), ApiAnswer.Of(null))
            : (moment.State, Unknown(id, call.Product)));
    }

    private static BoxState Aborted(Job job, BoxMoment moment)
    {
        if (job.IsOver)
        {
            return moment.State;
        }

        var state = moment.State with { Jobs = moment.State.Jobs.Replace(job, job.Ended(JobState.Aborted, moment.Now)) };

        return job.Work is JobWork.SelfTestWait wait && moment.Product.Release >= Release.Scale2410
            ? state.WithDrives(drive => drive.Slot == wait.Slot ? DriveTests.Cut(drive, SelfTestEnd.Aborted, moment.Now) : drive)
            : state;
    }

    private static ApiAnswer Unknown(long id, Product product) => product.Release >= Release.TrueNas2510
        ? new ApiAnswer.Refused(Errno.NoEntry, $"Job with id {id} does not exist")
        : new ApiAnswer.Crashed("KeyError", id.ToString(CultureInfo.InvariantCulture));
}
