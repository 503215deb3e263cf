using Burnin.Domain.Jobs;
using Burnin.Domain.Smart;
using Burnin.Domain.Tests.Jobs;
using Burnin.Domain.Tests.Smart.Rules;
using Burnin.Domain.Tests.Speed;
using Burnin.Domain.Verdicts;
using Xunit;

namespace Burnin.Domain.Tests.Verdicts;

/// <summary>Who is to blame: the drive, or what carries it.</summary>
public sealed class AttributionTests
{
    private const string LinkReset = "1000 ata3: hard resetting link\n1001 I/O error, dev sda, sector 9 op 0x0:(READ)";

    [Fact]
    public void A_healthy_drive_passes_without_a_word() => Assert.Equal((VerdictKind.Pass, ""), (Evidence.Healthy.Verdict.Kind, Evidence.Healthy.Codes));

    [Fact]
    public void Bad_blocks_without_any_other_sign_are_the_drives() =>
        Assert.Equal(VerdictKind.Fail, Evidence.Healthy.WithSurface(Evidence.BadBlocks, Evidence.Errors).Verdict.Kind);

    [Fact]
    public void Bad_blocks_while_the_link_was_reset_are_inconclusive_with_what_to_do()
    {
        var evidence = Evidence.Healthy.WithSurface(Evidence.BadBlocks, Evidence.Errors).WithKernel(LinkReset);

        Assert.Equal(VerdictKind.Inconclusive, evidence.Verdict.Kind);
        Assert.Equal("cause_cable", evidence.Verdict.Reasons[0].Code);
        Assert.StartsWith("Cable or slot: the kernel logged 1 resets", evidence.Verdict.Reasons[0].Text, StringComparison.Ordinal);
        Assert.Contains("run again", evidence.Verdict.Reasons[0].WhatNext, StringComparison.Ordinal);
        Assert.DoesNotContain(evidence.Verdict.Reasons, reason => reason.Severity == Severity.Fail);
    }

    [Fact]
    public void A_drive_that_says_itself_that_it_cannot_read_is_not_let_off_by_its_cable()
    {
        var evidence = Evidence.Healthy.WithSurface(Evidence.BadBlocks).WithKernel($"{LinkReset}\n1002 ata3.00: error: {{ UNC }}");

        Assert.Equal(VerdictKind.Fail, evidence.Verdict.Kind);
        Assert.Contains(evidence.Verdict.Reasons, reason => reason.Code == "kernel_medium_errors");
    }

    [Fact]
    public void A_drive_that_counts_damage_within_itself_is_not_let_off_either() =>
        Assert.Equal(VerdictKind.Fail, (Evidence.Healthy.WithSurface(Evidence.BadBlocks).WithKernel(LinkReset) with { After = Reports.Disk.With(197, 1) }).Verdict.Kind);

    [Fact]
    public void A_self_test_that_failed_is_nobody_elses_fault()
    {
        var failed = Sample.Result(StageState.Failed, new Reason("self_test_failed", Severity.Fail, "The drive's self-test failed.", "self_test"));

        Assert.Equal(VerdictKind.Fail, (Evidence.Healthy.WithKernel(LinkReset) with { SelfTest = failed }).Verdict.Kind);
    }

    [Fact]
    public void Data_that_came_back_changed_are_not_the_cables_doing()
    {
        var evidence = Evidence.Healthy.WithSurface(Evidence.BadBlocks).WithKernel(LinkReset);

        Assert.Equal(VerdictKind.Fail, (evidence with { Surface = evidence.Surface with { Mismatches = 1 } }).Verdict.Kind);
    }

    [Fact]
    public void Where_nobody_could_read_the_kernels_log_only_what_failed_once_is_put_down_to_the_cable()
    {
        var crc = Evidence.Healthy with { After = Reports.Disk.With(199, 4), Surface = Evidence.Healthy.Surface with { Kernel = null } };

        Assert.Equal(VerdictKind.Inconclusive, crc.WithSurface(Evidence.Transient, Evidence.Errors).Verdict.Kind);
        Assert.Equal(VerdictKind.Fail, crc.WithSurface(Evidence.BadBlocks, Evidence.Errors).Verdict.Kind);
    }

    [Fact]
    public void CRC_errors_alone_never_condemn_and_are_told_with_what_to_do()
    {
        var evidence = Evidence.Healthy with { After = Reports.Disk.With(199, 4_000) };

        Assert.Equal((VerdictKind.PassWithNotes, "crc_errors:note"), (evidence.Verdict.Kind, evidence.Codes));
        Assert.NotNull(evidence.Verdict.Reasons[0].WhatNext);
    }

    [Theory]
    [InlineData("1000 mpt3sas_cm0: sending diag reset !!\n1001 I/O error, dev sda, sector 9", true)]
    [InlineData("1000 I/O error, dev sda, sector 9\n1001 I/O error, dev sdb, sector 9\n1002 I/O error, dev sdc, sector 9", true)]
    [InlineData("1000 I/O error, dev sda, sector 9\n1001 I/O error, dev sdb, sector 9", false)]
    public void What_hits_several_drives_at_once_is_what_carries_them(string kernel, bool isController)
    {
        var evidence = Evidence.Healthy.WithSurface(Evidence.BadBlocks).WithKernel(kernel);

        Assert.Equal(isController ? VerdictKind.Inconclusive : VerdictKind.Fail, evidence.Verdict.Kind);
        Assert.Equal(isController, evidence.Verdict.Reasons[0].Code == "cause_controller");
    }

    [Theory]
    [InlineData(2, 9, true)]
    [InlineData(1, 9, false)]
    [InlineData(2, 11, false)]
    public void Neighbours_whose_tests_broke_within_minutes_point_to_the_controller(int neighbours, int minutesLater, bool isController)
    {
        var evidence = Evidence.Healthy.WithSurface(Evidence.BadBlocks) with { Around = Neighbours(neighbours, 600 + minutesLater) };

        Assert.Equal(isController ? VerdictKind.Inconclusive : VerdictKind.Fail, evidence.Verdict.Kind);
    }

    [Fact]
    public void Changed_data_are_put_down_to_the_controller_only_where_they_came_from_several_drives()
    {
        var changed = Evidence.Healthy.WithSurface(Evidence.BadBlocks);
        changed = changed with { Surface = changed.Surface with { Mismatches = 3 } };

        Assert.Equal(VerdictKind.Fail, (changed with { Around = Neighbours(2, 600) }).Verdict.Kind);
        Assert.Equal(VerdictKind.Inconclusive, (changed with { Around = Neighbours(2, 600, hasMismatches: true) }).Verdict.Kind);
    }

    [Fact]
    public void A_drive_that_went_away_is_inconclusive_and_says_what_to_look_at()
    {
        var gone = Evidence.Healthy with { IsGone = true };

        Assert.Equal(VerdictKind.Inconclusive, gone.Verdict.Kind);
        Assert.Contains("cable", gone.Verdict.Reasons.Single(reason => reason.Code == "drive_gone").WhatNext, StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_that_only_the_kernel_saw_condemn() =>
        Assert.Equal((VerdictKind.Fail, "kernel_io_errors:fail"), (Evidence.Healthy.WithKernel("1000 I/O error, dev sda, sector 9 op 0x0:(READ)").Verdict.Kind, Evidence.Healthy.WithKernel("1000 I/O error, dev sda, sector 9 op 0x0:(READ)").Codes));

    [Theory]
    [InlineData(59, VerdictKind.PassWithNotes, "warm")]
    [InlineData(60, VerdictKind.Inconclusive, "cause_heat")]
    public void A_run_in_too_much_heat_says_nothing_of_the_drive(int celsius, VerdictKind kind, string code)
    {
        var evidence = Evidence.Healthy with { Surface = Evidence.Healthy.Surface with { HottestCelsius = celsius } };

        Assert.Equal((kind, code), (evidence.Verdict.Kind, evidence.Verdict.Reasons[0].Code));
    }

    [Fact]
    public void A_slow_drive_on_a_slow_link_is_not_condemned()
    {
        var slow = Evidence.Healthy with
        {
            Surface = Evidence.Healthy.Surface with { Speed = Sweeps.Curve(segment => 0.5 * Sweeps.Healthy(segment)) },
            Around = new Surroundings { Siblings = Sweeps.Siblings(3) },
        };

        Assert.Equal(VerdictKind.Fail, slow.Verdict.Kind);
        var linked = slow with { Before = Reports.Disk with { LinkSpeed = new LinkSpeed(6000, 1500) }, After = Reports.Disk with { LinkSpeed = new LinkSpeed(6000, 1500) } };
        Assert.Equal((VerdictKind.Inconclusive, "cause_cable"), (linked.Verdict.Kind, linked.Verdict.Reasons[0].Code));
    }

    [Fact]
    public void A_run_that_was_lost_is_the_hosts()
    {
        var lost = Evidence.Healthy with { Surface = Sample.Result(StageState.Inconclusive, new Reason("run_lost", Severity.Inconclusive, "The run was lost 3 times.", "job")) };

        Assert.Equal((VerdictKind.Inconclusive, "cause_host"), (lost.Verdict.Kind, lost.Verdict.Reasons[0].Code));
    }

    [Fact]
    public void Every_trouble_comes_with_what_to_do_next() => Assert.All(
        ["drive_gone", "run_lost", "aborted", "stuck", "drive_hangs", "stopped", "incomplete", "not_supported", "not_possible", "self_test_unproven", "too_hot", "pool", "identity", "locked"],
        code => Assert.NotNull((Evidence.Healthy with { Surface = Sample.Result(StageState.Inconclusive, new Reason(code, Severity.Inconclusive, "So it was.", "job")) })
            .Verdict.Reasons.Single(reason => reason.Code == code).WhatNext));

    private static Surroundings Neighbours(int count, int minute, bool hasMismatches = false) => new()
    {
        Neighbours =
        [
            .. Enumerable.Range(0, count).Select(i => new NeighbourTrouble
            {
                DriveId = $"drive-{i}",
                DeviceName = $"sd{(char)('b' + i)}",
                At = Sample.Noon.AddMinutes(minute),
                Code = "aborted",
                HasMismatches = hasMismatches,
            }),
        ],
    };
}
