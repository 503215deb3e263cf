using Burnin.Domain.Smart;
using Burnin.Nas.Host;
using Xunit;

namespace Burnin.Nas.Tests.Host;

/// <summary>How smartctl is asked, whatever release it is of, and what becomes of its answer.</summary>
public sealed class HostSmartTests
{
    private const string Text = """
        printf 'smartctl 6.6 2017-11-05 r4594 [FreeBSD 11.2] (local build)\n\nDevice Model:     PRETENDED\nSerial Number:    ZTEST 01\nSMART overall-health self-assessment test result: PASSED\nID# ATTRIBUTE_NAME          FLAG     VALUE WORST THRESH TYPE      UPDATED  WHEN_FAILED RAW_VALUE\n194 Temperature_Celsius     0x0022   031   038   000    Old_age   Always       -       31 (0 18 0 0 0)\n'
        """;

    private const string Json = """
        printf '{"smartctl":{"version":[7,4],"exit_status":0},"model_name":"PRETENDED","smart_status":{"passed":true},"temperature":{"current":33}}\n'
        """;

    [Fact]
    public async Task A_release_without_JSON_is_asked_once_more_for_text()
    {
        var smart = await ExaminedAsync($"""
            case " $* " in *" --json"*) echo '=======> UNRECOGNIZED OPTION: json'; exit 1 ;; esac
            {Text}
            """);

        Assert.Equal((SmartFormat.Text, "6.6", true, 31), (smart.Report?.Format, smart.Report?.SmartctlVersion, smart.Passed, smart.TemperatureCelsius));
    }

    [Fact]
    public async Task JSON_that_breaks_off_is_no_drive_that_cannot_be_read()
    {
        var smart = await ExaminedAsync($"""
            case " $* " in *" --json"*) echo 'Smartctl: Exception: json.cpp(313): Assertion failed: p->type == nt_array'; exit 1 ;; esac
            {Text}
            """);

        Assert.Equal((true, null), (smart.Passed, smart.Unavailable));
    }

    [Fact]
    public async Task A_bridge_that_nobody_knows_is_tried_as_one_that_passes_ATA_on()
    {
        var smart = await ExaminedAsync($"""
            case " $* " in *" -d sat "*) ;; *) echo '/dev/sda: Unknown USB bridge [0x0bc2:0x2321 (0x100)]'; exit 1 ;; esac
            {Json}
            """);

        Assert.Equal((true, 33), (smart.Passed, smart.TemperatureCelsius));
    }

    [Fact]
    public async Task The_log_of_Seagate_is_asked_for_where_there_may_be_one()
    {
        await using var bench = new HostBench(isDisguised: true);
        var order = await bench.OrderAsync("farm");
        var asked = new List<int>();
        foreach (var (model, version) in new[] { ("PRETENDED", "7.4"), ("ST16000NM001G-2KK103", "7.3"), ("ST16000NM001G-2KK103", "7.4"), ("SEAGATE ST8000NM0075", "pre-8.0-12") })
        {
            bench.Disguise!.IsModel(model);
            bench.Disguise.Replace("smartctl", $"""
                #!/bin/sh
                cd "$(dirname "$0")" || exit 1
                echo "$*" >>calls
                case $1 in -V) echo 'smartctl {version} 2026-01-01 [x86_64-linux] (local build)'; exit 0 ;; esac
                {Json}
                """);
            Assert.True((await bench.Nas.ExamineAsync(order.Target, TestContext.Current.CancellationToken)).Smart.Passed);
            asked.Add(bench.Disguise.Calls("-l farm"));
        }

        Assert.Equal([0, 0, 1, 2], asked);
    }

    [Fact]
    public void What_timeout_has_to_say_is_not_taken_for_a_status_of_smartctl()
    {
        var late = HostSmart.Read(HostAnswerTests.Read("smart 124\nsmart| "), DateTimeOffset.UnixEpoch);
        var sleeping = HostSmart.Read(HostAnswerTests.Read("smart 2\nsmart| Device is in STANDBY mode, exit(2)"), DateTimeOffset.UnixEpoch);

        Assert.Equal(("the drive did not answer smartctl in time.", null), (late.Unavailable, late.Report?.ExitStatus));
        Assert.Equal("the drive sleeps, and was not woken to be asked.", sleeping.Unavailable);
    }

    [Fact]
    public void Bits_of_the_exit_status_that_speak_of_the_drive_do_not_hide_its_data() =>
        Assert.Equal((null, true), (Of("smart 68\nsmart| {\"smart_status\":{\"passed\":true}}").Unavailable, Of("smart 68\nsmart| {\"smart_status\":{\"passed\":true}}").Passed));

    [Fact]
    public void What_is_kept_is_what_smartctl_printed_and_nothing_beside() =>
        Assert.Equal("{\"a\":1}\n  b", Of("smart 4\nsmart| {\"a\":1}\nsmart|   b").Raw);

    private static SmartSnapshot Of(string answer) => HostSmart.Read(HostAnswerTests.Read(answer), DateTimeOffset.UnixEpoch);

    private static async Task<SmartSnapshot> ExaminedAsync(string script)
    {
        await using var bench = new HostBench(isDisguised: true);
        var order = await bench.OrderAsync("smart");
        bench.Disguise!.Replace("smartctl", $"#!/bin/sh\n{script}");
        return (await bench.Nas.ExamineAsync(order.Target, TestContext.Current.CancellationToken)).Smart;
    }
}
