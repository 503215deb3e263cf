using Burnin.Domain.Jobs;
using Burnin.Domain.Nases;
using Burnin.MockTrueNas;
using Burnin.MockTrueNas.Drives;

namespace Burnin.TrueNas.Tests.Smart;

/// <summary>The drives' own tests by the API alone, on each release that has them there.</summary>
public sealed class SelfTestTests
{
    /// <summary>Writes a row while its test runs.</summary>
    private const string Telling = "ST16000NM001G";

    /// <summary>Writes its row when the test has ended.</summary>
    private const string Silent = "ST8000VN004";

    private const string Sas = "ST16000NM002G";

    public static TheoryData<MockNasProfile> Releases => Profiles.WithSmart;

    public static TheoryData<MockNasProfile, NasKind, string> ReleasesAndDrives { get; } =
    [
        .. from way in Profiles.ByWay.Select(row => row.Data)
           where Profiles.WithSmart.Any(row => row.Data == way.Item1)
           from model in (string[])[Telling, Silent, Sas]
           select (way.Item1, way.Item2, model),
    ];

    [Theory, MemberData(nameof(ReleasesAndDrives))]
    public async Task S2_S3_A_test_runs_until_the_drive_has_logged_it_whatever_the_job_of_the_NAS_says(MockNasProfile profile, NasKind kind, string model)
    {
        await using var bed = await SelfTestBed.StartAsync(profile, kind);
        var order = await bed.StartedAsync(bed.Order(bed.Free(model)));

        Assert.IsType<RunSnapshot.Running>(await bed.SeenAsync(order));
        var ended = await bed.SeenAtLastAsync<RunSnapshot.Ended>(order);

        Assert.Equal(StageState.Passed, ended.Result.State);
        Assert.Equal("smart_test_results.json", Assert.Single(ended.Result.Evidence).Name);
        Assert.Equal(1, bed.Starts);
    }

    [Theory, MemberData(nameof(Releases))]
    public async Task S8_A_test_that_fails_says_where(MockNasProfile profile)
    {
        await using var bed = await SelfTestBed.StartAsync(profile);
        var order = await bed.StartedAsync(bed.Order(bed.Drive(DriveCase.Failing)));

        var reason = Assert.Single((await bed.SeenAtLastAsync<RunSnapshot.Ended>(order)).Result.Reasons);

        Assert.Equal(("self_test_failed", Severity.Fail), (reason.Code, reason.Severity));
        Assert.Matches(@"^The drive's self-test failed: Completed: read failure, first at LBA \d{10}\.$", reason.Text);
    }

    [Theory, MemberData(nameof(ReleasesAndDrives))]
    public async Task S1_A_test_that_somebody_aborted_is_lost_and_speaks_not_against_the_drive(MockNasProfile profile, NasKind kind, string model)
    {
        await using var bed = await SelfTestBed.StartAsync(profile, kind);
        var drive = bed.Free(model);
        var order = await bed.StartedAsync(bed.Order(drive));
        bed.Pass(TimeSpan.FromSeconds(20));
        await bed.MoveAsync(drive, "abort-test");

        var lost = await bed.SeenAtLastAsync<RunSnapshot.Lost>(order);

        Assert.Contains("ended without a verdict: Aborted", lost.Why, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(ReleasesAndDrives))]
    public async Task A_test_that_a_boot_interrupted_is_started_again_and_passes(MockNasProfile profile, NasKind kind, string model)
    {
        await using var bed = await SelfTestBed.StartAsync(profile, kind);
        var order = await bed.StartedAsync(bed.Order(bed.Free(model)));
        bed.Pass(TimeSpan.FromSeconds(20));
        bed.Server.Reboot();

        await bed.SeenAtLastAsync<RunSnapshot.Lost>(order);
        var again = await bed.StartedAsync(order with { Handle = null });

        Assert.Equal(StageState.Passed, (await bed.SeenAtLastAsync<RunSnapshot.Ended>(again)).Result.State);
        Assert.Equal(2, bed.Starts);
    }

    [Theory, MemberData(nameof(ReleasesAndDrives))]
    public async Task A_start_that_is_ordered_twice_starts_once(MockNasProfile profile, NasKind kind, string model)
    {
        await using var bed = await SelfTestBed.StartAsync(profile, kind);
        var first = await bed.StartedAsync(bed.Order(bed.Free(model)));
        bed.Pass(TimeSpan.FromSeconds(20));

        Assert.Equal(first.Handle, (await bed.StartedAsync(first)).Handle);
        Assert.Equal(1, bed.Starts);
    }

    [Theory, MemberData(nameof(ReleasesAndDrives))]
    public async Task A_start_whose_answer_was_lost_is_found_again(MockNasProfile profile, NasKind kind, string model)
    {
        await using var bed = await SelfTestBed.StartAsync(profile, kind);
        var order = bed.Order(bed.Free(model));
        await bed.LaunchAsync(order);
        bed.Pass(TimeSpan.FromSeconds(20));

        var found = await bed.StartedAsync(order);

        Assert.Equal(StageState.Passed, (await bed.SeenAtLastAsync<RunSnapshot.Ended>(found)).Result.State);
        Assert.Equal(1, await bed.TestsAsync());
    }

    [Theory, MemberData(nameof(ReleasesAndDrives))]
    public async Task S11_A_test_of_somebody_else_is_left_alone(MockNasProfile profile, NasKind kind, string model)
    {
        await using var bed = await SelfTestBed.StartAsync(profile, kind);
        var drive = bed.Free(model);
        await bed.MoveAsync(drive, "start-test", """{"type":"LONG"}""");

        var refused = Assert.IsType<LaunchAnswer.Refused>(await bed.LaunchAsync(bed.Order(drive, StageName.LongSmart)));
        await bed.Nas.StopAsync(bed.Order(drive, StageName.LongSmart), TrueNasBed.Cancelled);
        bed.Pass(TimeSpan.FromMinutes(20));

        Assert.Equal("self_test_running", Assert.Single(refused.Facts).Code);
        Assert.IsType<LaunchAnswer.Refused>(await bed.LaunchAsync(bed.Order(drive, StageName.LongSmart)));
    }

    [Theory]
    [InlineData(MockNasProfile.Scale2410, NasKind.Rest, Telling)]
    [InlineData(MockNasProfile.Scale2410, NasKind.Rest, Sas)]
    [InlineData(MockNasProfile.TrueNas2504, NasKind.Rest, Telling)]
    [InlineData(MockNasProfile.TrueNas2504, NasKind.JsonRpc, Telling)]
    [InlineData(MockNasProfile.TrueNas2504, NasKind.JsonRpc, Silent)]
    [InlineData(MockNasProfile.TrueNas2504, NasKind.JsonRpc, Sas)]
    public async Task S4_A_test_is_stopped_on_the_drive_itself_and_the_log_is_the_proof(MockNasProfile profile, NasKind kind, string model)
    {
        await using var bed = await SelfTestBed.StartAsync(profile, kind);
        var order = await bed.StartedAsync(bed.Order(bed.Free(model), StageName.LongSmart));
        bed.Pass(TimeSpan.FromMinutes(100));
        Assert.IsType<RunSnapshot.Running>(await bed.SeenAsync(order));

        await bed.Nas.StopAsync(order, TrueNasBed.Cancelled);

        Assert.Contains("Aborted", (await bed.SeenAtLastAsync<RunSnapshot.Lost>(order)).Why, StringComparison.Ordinal);
        Assert.IsType<LaunchAnswer.Running>(await bed.LaunchAsync(bed.Order(bed.Free(model))));
    }

    [Theory]
    [InlineData(MockNasProfile.Core120)]
    [InlineData(MockNasProfile.Core133)]
    [InlineData(MockNasProfile.Scale2404)]
    public async Task S5_Where_only_the_job_could_be_stopped_the_drive_is_said_to_go_on(MockNasProfile profile)
    {
        await using var bed = await SelfTestBed.StartAsync(profile);
        var order = await bed.StartedAsync(bed.Order(bed.Free(Telling), StageName.LongSmart));
        bed.Pass(TimeSpan.FromMinutes(100));

        var failure = await Assert.ThrowsAsync<NasException>(() => bed.Nas.StopAsync(order, TrueNasBed.Cancelled));

        Assert.Equal(NasFault.StillRunning, failure.Fault);
        Assert.Contains("smartctl -X", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MockNasProfile.Scale2410)]
    [InlineData(MockNasProfile.TrueNas2504)]
    public async Task S6_NVMe_is_tested_where_the_API_can(MockNasProfile profile)
    {
        await using var bed = await SelfTestBed.StartAsync(profile);
        var order = await bed.StartedAsync(bed.Order(NvmeOf(bed)));

        Assert.Equal(StageState.Passed, (await bed.SeenAtLastAsync<RunSnapshot.Ended>(order)).Result.State);
    }

    [Theory]
    [InlineData(MockNasProfile.Core133)]
    [InlineData(MockNasProfile.Scale2404)]
    public async Task S6_NVMe_is_not_tested_where_the_API_cannot(MockNasProfile profile)
    {
        await using var bed = await SelfTestBed.StartAsync(profile);

        Assert.IsType<LaunchAnswer.Impossible>(await bed.LaunchAsync(bed.Order(NvmeOf(bed))));
    }

    [Theory, MemberData(nameof(Releases))]
    public async Task S7_S9_A_new_row_of_a_log_that_was_full_is_found(MockNasProfile profile)
    {
        await using var bed = await SelfTestBed.StartAsync(profile);
        var order = await bed.StartedAsync(bed.Order(bed.Drive(DriveCase.Aged)));

        Assert.Equal(StageState.Passed, (await bed.SeenAtLastAsync<RunSnapshot.Ended>(order)).Result.State);
    }

    [Fact]
    public async Task A3_A_key_that_may_only_read_starts_nothing_and_says_so()
    {
        await using var bed = await SelfTestBed.StartAsync(MockNasProfile.TrueNas2504, user: "reader");

        var impossible = Assert.IsType<LaunchAnswer.Impossible>(await bed.LaunchAsync(bed.Order(bed.Free(Telling))));

        Assert.Contains("may not call smart.test.manual_test", impossible.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_25_10_on_there_is_nothing_to_be_started()
    {
        await using var bed = await SelfTestBed.StartAsync(MockNasProfile.TrueNas2510);

        var impossible = Assert.IsType<LaunchAnswer.Impossible>(await bed.LaunchAsync(bed.Order(bed.Free(Telling))));

        Assert.Contains("SMART left the API with 25.10", impossible.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_drive_under_the_same_serial_is_not_tested()
    {
        await using var bed = await SelfTestBed.StartAsync(MockNasProfile.Scale2410);
        var order = bed.Order(bed.Free(Telling));

        var other = Assert.IsType<LaunchAnswer.Refused>(await bed.LaunchAsync(order with { Target = order.Target with { SizeBytes = 1 } }));
        var twin = Assert.IsType<LaunchAnswer.Refused>(await bed.LaunchAsync(bed.Order(bed.Drive(DriveCase.TwinRow))));

        Assert.Equal(["identity", "identity"], [Assert.Single(other.Facts).Code, Assert.Single(twin.Facts).Code]);
        Assert.Equal(0, bed.Starts);
    }

    [Fact]
    public async Task A_self_test_does_not_stand_still_and_leaves_nothing_behind()
    {
        await using var bed = await SelfTestBed.StartAsync(MockNasProfile.Scale2410);
        var order = await bed.StartedAsync(bed.Order(bed.Free(Telling)));

        Assert.False(await bed.Nas.HoldAsync(order, TrueNasBed.Cancelled));
        await bed.Nas.ReleaseAsync(order, TrueNasBed.Cancelled);
        await bed.Nas.CleanAsync(order, TrueNasBed.Cancelled);
    }

    private static MockDrive NvmeOf(SelfTestBed bed) => bed.Server.Drives.First(drive => drive is { Case: DriveCase.Free, Protocol: DriveProtocol.Nvme });
}
