using Burnin.Grains.Interfaces.Drives;
using Burnin.WebFront.Pages.Drives;
using Burnin.WebFront.Pages.Jobs;

namespace Burnin.WebFront.Tests.Components;

public sealed class SurfaceHalvesTests
{
    [Fact]
    public void A_pass_is_written_whole_and_then_read_back() => Assert.Equal(
        [new PassLine("pass 1", 100, 100), new PassLine("pass 2", 100, 50), new PassLine("pass 3", null, null), new PassLine("pass 4", null, null)],
        Rounded(SurfaceHalves.Of(Job(43.75, "pass 2 of 4, verify"), "fio")));

    [Fact]
    public void Nothing_of_a_half_that_has_not_begun_is_shown() => Assert.Equal(
        new PassLine("pass 1", 40, null), Rounded(SurfaceHalves.Of(Job(5, "pass 1 of 4, write"), "auto"))[0]);

    [Theory]
    [InlineData("badblocks", "pass 1 of 4, write", "0xAA")]
    [InlineData("auto", "pass 1 of 4, verify", "pass 1")]
    public void An_engine_that_reads_each_part_back_at_once_moves_both_halves(string engine, string phase, string name) => Assert.Equal(
        new PassLine(name, 40, 40), Rounded(SurfaceHalves.Of(Job(10, phase), engine))[0]);

    [Fact]
    public void A_surface_that_is_only_read_is_one_pass_without_a_written_half() => Assert.Equal(
        [new PassLine("all of it", null, 61)], SurfaceHalves.Of(Job(61, "read") with { Passes = 1 }, "fio"));

    [Fact]
    public void At_the_end_all_is_full() => Assert.All(SurfaceHalves.Of(Job(100, null), "fio"), pass => Assert.Equal((100.0, 100.0), (pass.Written, pass.Read)));

    private static IReadOnlyList<PassLine> Rounded(IReadOnlyList<PassLine> lines) =>
        [.. lines.Select(line => line with { Written = line.Written is { } written ? Math.Round(written, 6) : null, Read = line.Read is { } read ? Math.Round(read, 6) : null })];

    private static DriveJobView Job(double stagePercent, string? phase) => new()
    {
        JobId = "J",
        State = "running",
        Operator = "ann",
        Profile = "full",
        Percent = 50,
        Stage = "surface_validate",
        StagePercent = stagePercent,
        Phase = phase,
        Passes = 4,
        CreatedAt = DateTimeOffset.UnixEpoch,
        Revision = 1,
    };
}
