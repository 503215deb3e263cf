using Burnin.Grains.Interfaces.Drives;
using Burnin.Grains.Interfaces.Fleet;
using Burnin.Grains.Interfaces.Nases;
using Burnin.History.Jobs;
using Burnin.WebFront.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Burnin.WebFront.Metrics;

/// <summary><c>/metrics</c>, for Prometheus and whatever reads its format; it needs a viewer's token like everything else.</summary>
internal static class MetricsEndpoints
{
    public static void MapMetrics(this IEndpointRouteBuilder routes) => routes.MapGet("/metrics", ReadAsync);

    private static async Task<ContentHttpResult> ReadAsync(FleetPictures fleet, JobHistory history, TimeProvider clock, CancellationToken cancellationToken)
    {
        var pictures = await fleet.GetAllAsync();
        var jobs = await history.CountAsync(new JobFilter(), cancellationToken);
        var drives = pictures.SelectMany(picture => picture.Drives).ToList();
        var boxes = pictures.Where(picture => picture.Status is not null).Select(picture => (picture.Nas, Status: picture.Status!)).ToList();
        var now = clock.GetUtcNow();

        var text = new MetricsText()
            .Gauge("burnin_nas_up", "Whether the newest poll of a NAS succeeded.", Of(boxes, status => status.Health == "ok" ? 1 : 0))
            .Gauge("burnin_nas_stale", "Whether what is shown of a NAS is older than the stale limit.", Of(boxes, status => status.Stale ? 1 : 0))
            .Gauge(
                "burnin_nas_poll_age_seconds",
                "Time since the newest poll of a NAS that succeeded.",
                Of(boxes.Where(box => box.Status.SeenAt is not null), status => Math.Max((now - status.SeenAt!.Value).TotalSeconds, 0)))
            .Gauge("burnin_jobs_running", "Burn-ins that hold a slot.", Of(boxes, status => status.Running))
            .Gauge("burnin_jobs_queued", "Burn-ins that wait for a slot.", Of(boxes, status => status.Queued))
            .Gauge("burnin_jobs_limit", "Burn-ins that may run at once.", Of(boxes, status => status.MaxParallel))
            .Gauge("burnin_drives", "Drives by their state.", ByState(pictures))
            .Gauge(
                "burnin_drive_temperature_celsius",
                "Temperature of a drive, as last read.",
                drives.Where(drive => drive.TemperatureC is not null).Select(drive => (Labels(drive), (double)drive.TemperatureC!.Value)))
            .Gauge(
                "burnin_drive_job_percent",
                "How far the burn-in of a drive is.",
                drives.Where(drive => drive.Status is "running" or "paused" && drive.Job is not null).Select(drive => (Labels(drive), drive.Job!.Percent)))
            .Counter(
                "burnin_jobs_recorded_total",
                "Burn-ins in the history, by their state.",
                jobs.ByState.OrderBy(state => state.Key, StringComparer.Ordinal).Select(state => (new[] { ("state", state.Key) }, (double)state.Value)));
        return TypedResults.Text(text.ToString(), MetricsText.ContentType);
    }

    private static IEnumerable<((string, string)[], double)> Of(IEnumerable<(string Nas, NasStatus Status)> boxes, Func<NasStatus, double> figure) =>
        boxes.Select(box => (new[] { ("nas", box.Nas) }, figure(box.Status)));

    private static IEnumerable<((string, string)[], double)> ByState(IEnumerable<NasPicture> pictures) =>
        from picture in pictures
        from state in picture.Drives.GroupBy(drive => drive.Status).OrderBy(state => state.Key, StringComparer.Ordinal)
        select (new[] { ("nas", picture.Nas), ("state", state.Key) }, (double)state.Count());

    private static (string, string)[] Labels(DriveView drive) =>
        [("nas", drive.Nas), ("device", drive.Devname), ("serial", drive.Serial), ("model", drive.Model)];
}
