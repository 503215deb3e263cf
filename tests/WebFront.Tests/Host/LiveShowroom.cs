using Burnin.Archive;
using Burnin.WebFront.Tests.Fakes;

namespace Burnin.WebFront.Tests.Host;

/// <summary>The showroom with its burn-ins moving.</summary>
internal static class LiveShowroom
{
    public static async Task ServeAsync(string url)
    {
        await using var front = await FrontHost.StartAsync(Showroom.Open(), url);
        await PastHistory.FillAsync(front.Services, Showroom.Now, jobs: 420, CancellationToken.None);
        Console.WriteLine($"Showroom at {front.Address}, Ctrl+C ends it.");

        using var ending = new CancellationTokenSource();
        var moving = MoveAsync(front, ending.Token);
        await front.WaitForShutdownAsync();
        await ending.CancelAsync();
        await moving;
    }

    private static async Task MoveAsync(FrontHost front, CancellationToken cancellationToken)
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromSeconds(1), TimeProvider.System);
        try
        {
            while (await ticks.WaitForNextTickAsync(cancellationToken))
            {
                foreach (var drive in front.World.Drives.Values.Where(drive => drive.Job is { State: "running", Trouble: null } && drive.Nas != "vault-03"))
                {
                    var job = drive.Job!;
                    var moved = drive with
                    {
                        Job = job with
                        {
                            Percent = Math.Min(99.9, job.Percent + 0.05),
                            StagePercent = Math.Min(99.9, (job.StagePercent ?? 0) + 0.1),
                            BytesPerSecond = job.BytesPerSecond is null ? null : 180_000_000 + Random.Shared.Next(60_000_000),
                            Revision = job.Revision + 1,
                        },
                    };
                    front.World.Drives[drive.Id] = moved;
                    front.World.Jobs[job.JobId] = Showroom.JobOf(moved);
                    await front.Feed(drive.Nas).DriveChangedAsync(moved);
                }

                foreach (var nas in front.World.Nases.Values.Where(nas => !nas.Status.Stale))
                {
                    await front.Feed(nas.Name).PublishAsync(
                        nas.Status with { SeenAt = TimeProvider.System.GetUtcNow() }, [.. front.World.DrivesOf(nas.Name)]);
                }
            }
        }
        catch (OperationCanceledException)
        {
        }
    }
}
