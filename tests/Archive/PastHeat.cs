using Burnin.Domain.Drives;
using Burnin.Domain.Jobs;

namespace Burnin.Archive;

/// <summary>How warm a drive was in its last month: as warm as the room, and warmer while it worked. It was away for a day.</summary>
internal static class PastHeat
{
    private const int Days = 28;

    public static IEnumerable<HeatHour> Of(JobEntry job, DateTimeOffset now)
    {
        var last = HeatHour.HourOf(now);
        for (var back = (Days * 24) - 1; back >= 0; back--)
        {
            var hour = last.AddHours(-back);
            if (hour > now.AddDays(-12) && hour < now.AddDays(-11))
            {
                continue;
            }

            var room = 30 + (int)Math.Round(2 * Math.Sin(hour.Hour * Math.PI / 12));
            var work = hour < job.StartedAt || hour > job.FinishedAt ? 0 : (int)Math.Min(14, (hour - job.StartedAt!.Value).TotalHours * 2);
            yield return new HeatHour(job.DriveId, hour, room + work, room + work + (work > 0 ? 2 : 1));
        }
    }
}
