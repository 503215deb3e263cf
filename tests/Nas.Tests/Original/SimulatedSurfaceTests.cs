using Burnin.Domain.Drives;
using Burnin.Domain.Jobs;
using Burnin.Nas.Original;
using Xunit;

namespace Burnin.Nas.Tests.Original;

public sealed class SimulatedSurfaceTests
{
    private static readonly DateTimeOffset Ordered = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-3, 0, "write")]
    [InlineData(0, 0, "write")]
    [InlineData(9, 20, "write")]
    [InlineData(22.5, 50, "verify")]
    [InlineData(44.9, 99.7, "verify")]
    public void Where_it_is_follows_from_the_clock_alone(double seconds, double percent, string phase)
    {
        var snapshot = SimulatedSurface.At(Order(StageName.SurfaceValidate), Ordered.AddSeconds(seconds), 1);

        var progress = Assert.IsType<RunSnapshot.Running>(snapshot).Progress;
        Assert.Equal(percent, progress.Percent, 0.1);
        Assert.Equal(phase, progress.Phase);
    }

    [Theory]
    [InlineData(StageName.SurfaceValidate, 45, 1, "The surface stage was simulated: this NAS has no SSH, not one byte was written or read.")]
    [InlineData(StageName.SurfaceValidate, 4.5, 10, "The surface stage was simulated: this NAS has no SSH, not one byte was written or read.")]
    [InlineData(StageName.IoValidate, 25, 1, "The I/O stage was simulated: this NAS has no SSH, not one byte was written or read.")]
    public void It_passes_with_a_note_and_claims_no_tested_byte(StageName stage, double seconds, double speedUp, string text)
    {
        var snapshot = SimulatedSurface.At(Order(stage), Ordered.AddSeconds(seconds), speedUp);

        var result = Assert.IsType<RunSnapshot.Ended>(snapshot).Result;
        Assert.Equal((StageState.Passed, 0L, 4_000_000_000L), (result.State, result.TestedBytes, result.UntestedBytes));
        Assert.Equal(new Reason("simulated", Severity.Note, text, "simulation"), Assert.Single(result.Reasons));
    }

    [Fact]
    public async Task It_is_played_even_while_the_nas_does_not_answer()
    {
        await using var bed = await OriginalTestBed.StartAsync();
        var order = await bed.StartedAsync(await bed.OrderAsync("sda", StageName.SurfaceValidate));
        Assert.Equal("simulated", order.Handle);
        await bed.BreakAsync(drop: true);

        var heard = OriginalTestBed.Listen(bed.Nas, order, out _);
        await bed.PassUntilAsync(() => heard.Any(snapshot => snapshot is RunSnapshot.Ended));
        await bed.Nas.StopAsync(order, OriginalTestBed.Cancelled);

        Assert.IsType<RunSnapshot.Running>(heard.First());
    }

    [Fact]
    public async Task A_vanished_drive_is_refused()
    {
        await using var bed = await OriginalTestBed.StartAsync();
        var order = await bed.OrderAsync("sda", StageName.SurfaceValidate);
        await bed.PullAsync("drives/sda/remove");

        var answer = await bed.Nas.EnsureStartedAsync(order, OriginalTestBed.Cancelled);

        Assert.Equal("unknown", Assert.Single(Assert.IsType<LaunchAnswer.Refused>(answer).Facts).Code);
    }

    private static RunOrder Order(StageName stage) => new()
    {
        RunId = "01J-1-1",
        Stage = stage,
        Target = new DriveTarget { Serial = "A", SizeBytes = 4_000_000_000, Model = "M" },
        Epoch = 1,
        OrderedAt = Ordered,
    };
}
