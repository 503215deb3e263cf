using Burnin.Domain.Jobs;
using Burnin.Domain.Smart;
using Burnin.Nas.Host;
using Xunit;

namespace Burnin.Nas.Tests.Host;

public sealed class SmartctlJsonTests
{
    private const string Ata = """
        {"smartctl":{"version":[7,3],"exit_status":0},"smart_status":{"passed":true},"temperature":{"current":34},"power_on_time":{"hours":1234,"minutes":5},
        "ata_smart_attributes":{"table":[{"id":5,"name":"Reallocated_Sector_Ct","value":100,"worst":99,"thresh":10,"raw":{"value":7,"string":"7"}},{"id":"odd"},null]}}
        """;

    [Fact]
    public void An_ATA_drive_gives_health_temperature_hours_and_table()
    {
        var smart = SmartctlJson.Read(Ata, 0, DateTimeOffset.UnixEpoch);

        Assert.Equal((true, 34, 1234L, null), (smart.Passed, smart.TemperatureCelsius, smart.PowerOnHours, smart.Unavailable));
        Assert.Equal([new SmartAttribute(5, "Reallocated_Sector_Ct", 100, 99, 10, 7)], smart.Attributes);
        Assert.Equal(Ata, smart.Raw);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""{"smart_status":7,"temperature":{"current":"hot"},"power_on_time":null,"ata_smart_attributes":{"table":{}}}""")]
    [InlineData("""{"temperature":{"current":1e99},"power_on_time":{"hours":99999999999999999999999}}""")]
    public void Odd_JSON_gives_nulls(string text)
    {
        var smart = SmartctlJson.Read(text, 0, DateTimeOffset.UnixEpoch);

        Assert.Equal((null, null, null, 0), (smart.Passed, smart.TemperatureCelsius, smart.PowerOnHours, smart.Attributes.Length));
    }

    [Theory]
    [InlineData("Smartctl: Exception: Assertion failed", 1, "smartctl gave no JSON but: Smartctl: Exception: Assertion failed")]
    [InlineData("""{"smartctl":{"messages":[{"string":"Device is in STANDBY mode, exit(2)"}]}}""", 2, "smartctl could not ask the drive: Device is in STANDBY mode, exit(2)")]
    public void A_call_that_failed_gives_its_reason(string text, int exit, string reason) =>
        Assert.Equal(reason, SmartctlJson.Read(text, exit, DateTimeOffset.UnixEpoch).Unavailable);

    [Fact]
    public void Bits_of_the_exit_status_that_speak_of_the_drive_do_not_hide_its_data() =>
        Assert.True(SmartctlJson.Read(Ata, 64 | 4, DateTimeOffset.UnixEpoch).Passed);

    [Theory]
    [InlineData(0, "Completed without error", typeof(RunSnapshot.Ended), StageState.Passed)]
    [InlineData(0x75, "Completed: read failure", typeof(RunSnapshot.Ended), StageState.Failed)]
    [InlineData(0x19, "Aborted by host", typeof(RunSnapshot.Lost), null)]
    [InlineData(0x29, "Interrupted (host reset)", typeof(RunSnapshot.Lost), null)]
    public void An_ATA_self_test_is_judged_by_its_new_row(int value, string words, Type expected, StageState? state)
    {
        var snapshot = SelfTestJudge.Of(HostAnswerTests.Read($"seen r alive 1 0\nbefore| {AtaTests(0, "")}\nsmart| {AtaTests(value, Row(value, words))}"));

        Assert.IsType(expected, snapshot);
        Assert.Equal(state, (snapshot as RunSnapshot.Ended)?.Result.State);
    }

    [Fact]
    public void A_running_ATA_self_test_tells_its_progress()
    {
        var snapshot = SelfTestJudge.Of(HostAnswerTests.Read($"seen r alive 1 0\nbefore| {AtaTests(0, "")}\nsmart| {AtaTests(0xf6, "")}"));

        Assert.Equal(new RunProgress { Percent = 40, Phase = "60 % remaining" }, Assert.IsType<RunSnapshot.Running>(snapshot).Progress);
    }

    [Fact]
    public void A_self_test_that_is_not_running_and_left_no_row_is_lost()
    {
        var row = Row(0, "Completed without error");

        Assert.IsType<RunSnapshot.Lost>(SelfTestJudge.Of(HostAnswerTests.Read($"seen r alive 1 0\nbefore| {AtaTests(0, row)}\nsmart| {AtaTests(0, row)}")));
    }

    [Fact]
    public void An_NVMe_self_test_runs_and_passes()
    {
        const string Before = """{"nvme_self_test_log":{"current_self_test_operation":{"value":0},"table":[null]}}""";
        const string During = """{"nvme_self_test_log":{"current_self_test_operation":{"value":1},"current_self_test_completion_percent":25,"table":[null]}}""";
        const string After = """{"nvme_self_test_log":{"current_self_test_operation":{"value":0},"table":[null,{"self_test_result":{"value":0,"string":"Completed without error"},"power_on_hours":3}]}}""";

        Assert.Equal(25, Assert.IsType<RunSnapshot.Running>(SelfTestJudge.Of(HostAnswerTests.Read($"before| {Before}\nsmart| {During}"))).Progress.Percent);
        Assert.Equal(StageState.Passed, Assert.IsType<RunSnapshot.Ended>(SelfTestJudge.Of(HostAnswerTests.Read($"before| {Before}\nsmart| {After}"))).Result.State);
        Assert.IsType<LaunchAnswer.Impossible>(SelfTestJudge.Launched(HostAnswerTests.Read($"launched 0\ntext| NVMe device successfully opened\nbefore| {Before}\nsmart| {Before}"), "r"));
        Assert.IsType<LaunchAnswer.Refused>(SelfTestJudge.Launched(HostAnswerTests.Read($"launched 4\nbefore| {During}\nsmart| {During}"), "r"));
        Assert.Null(SelfTestJudge.Launched(HostAnswerTests.Read($"found\nbefore| {Before}\nsmart| {Before}"), "r"));
    }

    private static string Row(int value, string words) => $$"""{"type":{"value":1},"status":{"value":{{value}},"string":"{{words}}"},"lifetime_hours":12}""";

    private static string AtaTests(int status, string row) =>
        $$$$"""{"ata_smart_data":{"self_test":{"status":{"value":{{{{status}}}}}}},"ata_smart_self_test_log":{"extended":{"count":{{{{(row.Length > 0 ? 1 : 0)}}}},"table":[{{{{row}}}}]}}}""";
}
