using System.Collections.Immutable;
using System.Globalization;
using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Drives;
using Burnin.Grains.Interfaces.Nases;

namespace Burnin.Bench;

/// <summary>A thousand drives that all run a surface test, of which two hundred a second get on, each saying when in its speed.</summary>
internal sealed class LiveChanges(IGrainFactory grains, TimeProvider clock) : BackgroundService
{
    public const string Nas = "bench";
    public const int Drives = 1_000;
    public const int ChangesASecond = 200;

    private const int TicksASecond = 10;
    private const long Slow = 200_000_000;
    private const long Span = 100_000_000;
    private static readonly DateTimeOffset Started = new(2026, 11, 1, 8, 0, 0, TimeSpan.Zero);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await grains.Fleet().AddNasAsync(Nas);
        var status = new NasStatus { Health = "ok", Stale = false, Running = Drives, Queued = 0, MaxParallel = Drives, SeenAt = clock.GetUtcNow() };
        await grains.Feed(Nas).PublishAsync(status, [.. Enumerable.Range(0, Drives).Select(index => View(index, 0))]);

        var change = 0L;
        using var ticks = new PeriodicTimer(TimeSpan.FromSeconds(1) / TicksASecond, clock);
        while (await ticks.WaitForNextTickAsync(stoppingToken))
        {
            for (var each = 0; each < ChangesASecond / TicksASecond; each++, change++)
            {
                await grains.Feed(Nas).DriveChangedAsync(View((int)(change % Drives), change));
            }
        }
    }

    /// <summary>Nine digits, as a real one has, that hold the moment.</summary>
    public static long SpeedAt(DateTimeOffset moment) => Slow + (moment.ToUnixTimeMilliseconds() % Span);

    public static double DelayMs(long speed, DateTimeOffset now) => (SpeedAt(now) - speed + Span) % Span;

    private DriveView View(int index, long change)
    {
        var now = clock.GetUtcNow();
        // As a run of four days that is looked at every 12 s: speed and end move at each look, the rest only now and then.
        var look = change / Drives;
        var percent = Math.Round((20 + (look * 0.0035) + (index * 0.07)) % 100, 1);
        return new DriveView
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"ZL2B{index:0000}"),
            Nas = Nas,
            Devname = string.Create(CultureInfo.InvariantCulture, $"da{index}"),
            Serial = string.Create(CultureInfo.InvariantCulture, $"ZL2B{index:0000}"),
            Model = "ST16000NM000J",
            SizeBytes = 16_000_900_661_248,
            Medium = "hdd",
            TemperatureC = 35 + (int)((look + index) / 10 % 7),
            SmartHealth = "passed",
            Status = "running",
            InUse = ImmutableArray<InUseView>.Empty,
            Location = string.Create(CultureInfo.InvariantCulture, $"Shelf {index / 60}, bay {index % 60}"),
            Notes = "",
            Job = new DriveJobView
            {
                JobId = string.Create(CultureInfo.InvariantCulture, $"01M8BENCH{index:00000000000000000}"),
                State = "running",
                Operator = "ann",
                Profile = "full",
                Percent = percent,
                Stage = "surface_validate",
                StagePercent = percent,
                Phase = "pass 2 of 4, verify",
                Passes = 4,
                BytesPerSecond = SpeedAt(now),
                Eta = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds()).AddDays(3),
                CreatedAt = Started,
                StartedAt = Started,
                Revision = change,
            },
        };
    }
}
