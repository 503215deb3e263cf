using Burnin.Domain.Drives;
using Burnin.History.Heat;
using Microsoft.Extensions.DependencyInjection;

namespace Burnin.History.Tests.Heat;

public sealed class HeatTests
{
    private static readonly DateTimeOffset Ten = new(2026, 11, 26, 10, 0, 0, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hours_are_read_oldest_first_within_the_span_and_of_that_drive_only()
    {
        await using var history = HistoryOnDisk.Created();
        await RecordAsync(history, new("d-1", Ten, 33, 35), new("d-1", Ten.AddHours(-1), 30, 31), new("d-1", Ten.AddHours(-2), 29, 29), new("d-2", Ten, 50, 50));

        Assert.Equal([new HeatPoint(Ten.AddHours(-1), 30, 31), new HeatPoint(Ten, 33, 35)], await ReadAsync(history, "d-1", hours: 2));
    }

    [Fact]
    public async Task What_is_known_of_an_hour_is_only_ever_widened()
    {
        await using var history = HistoryOnDisk.Created();
        await RecordAsync(history, new HeatHour("d-1", Ten, 33, 40));

        // As after a restart, when nothing of before is remembered.
        await RecordAsync(history, new HeatHour("d-1", Ten, 35, 35));
        await RecordAsync(history, new HeatHour("d-1", Ten, 31, 36));

        Assert.Equal([new HeatPoint(Ten, 31, 40)], await ReadAsync(history, "d-1", hours: 1));
    }

    [Fact]
    public async Task After_some_months_an_hour_goes_and_the_last_of_a_drive_that_has_left_stay()
    {
        await using var history = HistoryOnDisk.Created();
        var old = Ten.AddHours(-HeatHistory.MostHours - 1);
        await RecordAsync(history, new("d-1", old, 30, 30), new("d-gone", old, 30, 30));

        await RecordAsync(history, new HeatHour("d-1", Ten, 33, 33));

        Assert.Single(await ReadAsync(history, "d-1", hours: 10 * HeatHistory.MostHours));
        Assert.Single(await ReadAsync(history, "d-gone", hours: 10 * HeatHistory.MostHours));
    }

    private static Task RecordAsync(HistoryOnDisk history, params HeatHour[] hours) =>
        history.Services.GetRequiredService<IHeatLog>().RecordAsync([.. hours], Stop);

    private static Task<IReadOnlyList<HeatPoint>> ReadAsync(HistoryOnDisk history, string drive, int hours) =>
        history.Services.GetRequiredService<HeatHistory>().ReadAsync(drive, Ten.AddMinutes(30), hours, Stop);
}
