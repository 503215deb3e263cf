using System.Globalization;
using Burnin.Domain.Jobs;
using Burnin.Nas.Host;
using Xunit;

namespace Burnin.Nas.Tests.Host;

public sealed class SelfTestJudgeTests
{
    private const string ShortPassed = """{"type":{"value":1},"status":{"value":0,"string":"Completed without error","passed":true},"lifetime_hours":100}""";
    private const string ShortFailed = """{"type":{"value":1},"status":{"value":117,"string":"Completed: read failure","passed":false},"lifetime_hours":101,"lba":7300112233}""";
    private const string ShortAborted = """{"type":{"value":1},"status":{"value":25,"string":"Aborted by host"},"lifetime_hours":101}""";
    private const string ShortReset = """{"type":{"value":1},"status":{"value":41,"string":"Interrupted (host reset)"},"lifetime_hours":101}""";
    private const string LongPassed = """{"type":{"value":2},"status":{"value":0,"string":"Completed without error","passed":true},"lifetime_hours":102}""";
    private const string ShortRunning = """{"type":{"value":1},"status":{"value":246,"string":"Self-test routine in progress","passed":true},"lifetime_hours":101}""";

    [Fact]
    public void A_new_row_without_error_passes() =>
        Assert.Equal(StageState.Passed, Ended(Judge(Ata(0), Ata(0, ShortPassed))).State);

    [Fact]
    public void A_row_like_the_one_before_it_is_new_all_the_same() =>
        Assert.Equal(StageState.Passed, Ended(Judge(Ata(0, ShortPassed, LongPassed), Ata(0, ShortPassed, ShortPassed, LongPassed))).State);

    [Fact]
    public void A_failure_names_the_block()
    {
        var result = Ended(Judge(Ata(0, ShortPassed), Ata(117, ShortFailed, ShortPassed)));

        Assert.Equal(
            (StageState.Failed, "The drive's self-test failed: Completed: read failure, first at LBA 7300112233."), (result.State, result.Reasons[0].Text));
    }

    [Theory]
    [InlineData(ShortAborted, "Aborted by host")]
    [InlineData(ShortReset, "Interrupted (host reset)")]
    public void What_was_cut_short_is_lost(string row, string words) =>
        Assert.Equal(new RunSnapshot.Lost($"The self-test ended without a verdict: {words}."), Judge(Ata(0, ShortPassed), Ata(25, row, ShortPassed)));

    [Fact]
    public void A_row_of_another_kind_on_top_does_not_hide_ours() =>
        Assert.Equal(StageState.Failed, Ended(Judge(Ata(0), Ata(0, LongPassed, ShortFailed))).State);

    [Fact]
    public void A_row_of_another_kind_alone_is_not_ours() =>
        Assert.Equal(
            new RunSnapshot.Lost("No self-test runs on the drive, and its log has no new row of this kind."), Judge(Ata(0, ShortPassed), Ata(0, LongPassed, ShortPassed)));

    [Fact]
    public void Nothing_new_is_lost() => Assert.IsType<RunSnapshot.Lost>(Judge(Ata(0, ShortPassed), Ata(0, ShortPassed)));

    [Fact]
    public void A_row_that_is_still_being_written_is_none() =>
        Assert.IsType<RunSnapshot.Running>(Judge(Ata(0, ShortPassed), Ata(246, ShortRunning, ShortPassed)));

    [Fact]
    public void A_full_log_loses_its_last_row_to_ours()
    {
        var old = Enumerable.Range(0, 21).Select(i => ShortAt(65_535 - i)).ToArray();

        Assert.Equal(StageState.Passed, Ended(Judge(Ata(0, old), Ata(0, [ShortAt(3), .. old[..20]]))).State);
        Assert.IsType<RunSnapshot.Lost>(Judge(Ata(0, old), Ata(0, old)));
    }

    [Fact]
    public void Both_logs_are_compared_with_themselves()
    {
        var before = AtaLogs(0, ("standard", [ShortPassed]));
        var now = AtaLogs(0, ("extended", [LongPassed, ShortPassed]), ("standard", [ShortFailed, ShortPassed]));

        Assert.Equal(StageState.Failed, Ended(Judge(before, now)).State);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Smartctl: Exception: Assertion failed")]
    [InlineData("""{"ata_smart_data":{"self_test":{"status":{"value":0}}}}""")]
    public void Without_a_log_from_before_nothing_passes(string before) =>
        Assert.Equal(
            (StageState.Inconclusive, "self_test_unproven"),
            (Ended(Judge(before, Ata(0, ShortPassed))).State, Ended(Judge(before, Ata(0, ShortPassed))).Reasons[0].Code));

    [Fact]
    public void A_log_of_which_nothing_is_left_proves_nothing() =>
        Assert.Equal(StageState.Inconclusive, Ended(Judge(Ata(0, LongPassed), Ata(0, ShortPassed))).State);

    [Theory]
    [InlineData(0, StageState.Passed)]
    [InlineData(7, StageState.Failed)]
    public void Nvme_skips_slots_that_were_never_used(int result, StageState expected) =>
        Assert.Equal(expected, Ended(Judge(Nvme(0, "null", Nvme(2, 0, 5)), Nvme(0, "null", Nvme(1, result, 9), Nvme(2, 0, 5)))).State);

    [Fact]
    public void Nvme_tells_which_kind_runs()
    {
        Assert.Equal(70, Assert.IsType<RunSnapshot.Running>(Judge(Nvme(0), Nvme(1))).Progress.Percent);
        Assert.Equal(new RunSnapshot.Lost("The drive runs another self-test, and its log has no row of ours."), Judge(Nvme(0), Nvme(2)));
        Assert.IsType<RunSnapshot.Lost>(Judge(Nvme(0), Nvme(0, Nvme(1, 2, 9))));
    }

    [Theory]
    [InlineData(0, StageState.Passed)]
    [InlineData(4, StageState.Failed)]
    public void Sas_keeps_each_row_under_a_name(int result, StageState expected) =>
        Assert.Equal(expected, Ended(Judge(Sas(Sas(2, 0, 5)), Sas(Sas(1, result, 9), Sas(2, 0, 5)))).State);

    [Fact]
    public void Sas_knows_a_running_row_and_an_aborted_one()
    {
        Assert.IsType<RunSnapshot.Running>(Judge(Sas(), Sas(Sas(1, 15, 9))));
        Assert.IsType<RunSnapshot.Lost>(Judge(Sas(), Sas(Sas(2, 15, 9))));
        Assert.IsType<RunSnapshot.Lost>(Judge(Sas(), Sas(Sas(1, 2, 9))));
    }

    [Fact]
    public void What_ran_before_the_start_is_not_ours() => Assert.False(SelfTestJudge.Runs(Answer(Ata(246), Ata(246)), SelfTestKind.Short));

    [Fact]
    public void A_running_test_tells_its_progress() =>
        Assert.Equal(new RunSnapshot.Running(new RunProgress { Percent = 40, Phase = "60 % remaining" }), Judge(Ata(0), Ata(246)));

    [Fact]
    public void A_start_is_believed_when_the_drive_shows_it()
    {
        Assert.Equal(new LaunchAnswer.Running("r"), Launched("launched", Nvme(0), Nvme(1)));
        Assert.Equal(new LaunchAnswer.Running("r"), Launched("launched", Ata(0), Ata(0, ShortPassed)));
        Assert.IsType<LaunchAnswer.Impossible>(Launched("launched", Nvme(0), Nvme(0)));
        Assert.IsType<LaunchAnswer.Impossible>(Launched("launched", Ata(0), Ata(0, LongPassed)));
        Assert.IsType<LaunchAnswer.Refused>(Launched("launched", Nvme(2), Nvme(2)));
        Assert.IsType<LaunchAnswer.Refused>(Launched("found", Nvme(0), Nvme(2)));
    }

    [Fact]
    public void What_is_found_is_started_again_only_where_there_is_nothing_to_wait_for()
    {
        Assert.Null(Launched("found", Nvme(0), Nvme(0)));
        Assert.Null(Launched("found", Ata(0), Ata(25, ShortAborted)));
        Assert.Null(Launched("found", Ata(0), Ata(246, ShortAborted)));
        Assert.Equal(new LaunchAnswer.Running("r"), Launched("found", Ata(0), Ata(117, ShortFailed)));
        Assert.Equal(new LaunchAnswer.Running("r"), Launched("found", "", Ata(0, ShortPassed)));
    }

    private static LaunchAnswer? Launched(string tag, string before, string now) => SelfTestJudge.Launched(
        new([HostLine.Parse(tag), HostLine.Parse($"before| {before}"), HostLine.Parse($"smart| {now}"), HostLine.Parse("end")]), SelfTestKind.Short, "r");

    private static RunSnapshot Judge(string before, string now) => SelfTestJudge.Of(Answer(before, now), SelfTestKind.Short);

    private static RunResult Ended(RunSnapshot snapshot) => Assert.IsType<RunSnapshot.Ended>(snapshot).Result;

    private static HostAnswer Answer(string before, string now) =>
        new([HostLine.Parse("seen run alive 1 0"), HostLine.Parse("launched"), HostLine.Parse($"before| {before}"), HostLine.Parse($"smart| {now}"), HostLine.Parse("end")]);

    private static string ShortAt(int hours) =>
        string.Create(CultureInfo.InvariantCulture, $$$"""{"type":{"value":1},"status":{"value":0},"lifetime_hours":{{{hours}}}}""");

    private static string Ata(int status, params string[] rows) => AtaLogs(status, ("extended", rows));

    private static string AtaLogs(int status, params (string Name, string[] Rows)[] logs)
    {
        var tables = string.Join(',', logs.Select(log => $"\"{log.Name}\":{Table(log.Rows)}"));
        return $$"""{"ata_smart_data":{"self_test":{"status":{"value":{{status}} } } },"ata_smart_self_test_log":{ {{tables}} } }""";
    }

    private static string Table(string[] rows) => $$"""{"table":[{{string.Join(',', rows)}}]}""";

    private static string Nvme(int running, params string[] rows) =>
        $$"""{"nvme_self_test_log":{"current_self_test_operation":{"value":{{running}}},"current_self_test_completion_percent":70,"table":[{{string.Join(',', rows)}}] } }""";

    private static string Nvme(int kind, int result, int hours) =>
        $$"""{"self_test_code":{"value":{{kind}}},"self_test_result":{"value":{{result}}},"power_on_hours":{{hours}} }""";

    private static string Sas(params string[] rows) =>
        $$"""{"device":{"protocol":"SCSI"}{{string.Concat(rows.Select((row, i) => $",\"scsi_self_test_{i}\":{row}"))}}}""";

    private static string Sas(int kind, int result, int hours) =>
        $$$"""{"code":{"value":{{{kind}}}},"result":{"value":{{{result}}}},"power_on_time":{"hours":{{{hours}}} } }""";
}
