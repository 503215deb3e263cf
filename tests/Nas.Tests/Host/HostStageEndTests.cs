using System.Collections.Immutable;
using Burnin.Domain.Jobs;
using Burnin.Domain.Nases;
using Burnin.Domain.Smart;
using Burnin.Domain.Surface;
using Burnin.Nas.Host;
using Xunit;

namespace Burnin.Nas.Tests.Host;

/// <summary>What is asked of a host, and of the drive, when a stage has ended.</summary>
public sealed class HostStageEndTests
{
    private static readonly RunOrder Order = SelfTestBench.Order();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_drive_is_read_whole_when_a_surface_test_has_ended()
    {
        await using var bench = new HostBench(isDisguised: true);
        var order = await bench.OrderAsync("read", HostBench.With(SurfaceEngine.Badblocks));
        await bench.StartAsync(order);

        var result = (await bench.SeeAsync<RunSnapshot.Ended>(order)).Result;

        var smart = Assert.Single(result.Evidence, evidence => evidence.SmartTakenAt is not null);
        Assert.Equal(("smart.json", SmartReportKind.Report), (smart.Name, SmartReports.Read(smart.Text).Kind));
        Assert.Equal((smart.SmartTakenAt, 7L, null), (result.Smart?.TakenAt, result.Smart?.PowerOnHours, result.Smart?.Raw));
        Assert.True(bench.Disguise!.Calls("-x ") > 0);
    }

    [Theory]
    [InlineData("nosmart the%20host%20has%20no%20smartctl")]
    [InlineData("nosmart No%20disk%20on%20the%20host%20answers.")]
    [InlineData("smart 124\nsmart| ")]
    public async Task A_drive_that_cannot_be_read_then_costs_the_stage_nothing(string answer) =>
        Assert.Empty(await AddedAsync(verb => verb == "smart" ? HostAnswerTests.Read(answer) : HostAnswerTests.Read("nokernel no%20log")));

    [Fact]
    public async Task A_host_that_does_not_answer_then_costs_the_stage_nothing() =>
        Assert.Empty(await AddedAsync(_ => throw new NasException(NasFault.Unreachable, "gone")));

    private static async Task<ImmutableArray<StageEvidence>> AddedAsync(Func<string, HostAnswer> answer)
    {
        var end = new HostStageEnd(
            new NasConnection { Name = "nas", Kind = NasKind.Local, RunDirectory = "/nowhere" }, (verb, _, _) => Task.FromResult(answer(verb)), TimeProvider.System);
        var result = await end.AddToAsync(new RunResult { State = StageState.Passed, Reasons = [] }, Order, Cancelled);
        Assert.Equal((StageState.Passed, null), (result.State, result.Smart));
        return result.Evidence;
    }
}
