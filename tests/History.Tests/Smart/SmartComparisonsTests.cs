using Burnin.Archive;
using Burnin.Domain.Jobs;

namespace Burnin.History.Tests.Smart;

public sealed class SmartComparisonsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Before_and_after_stand_side_by_side_with_what_has_changed()
    {
        await using var history = await FilledAsync();

        var found = await history.Comparisons.CompareAsync(KnownJobs.Failed, await history.Kept.ListAsync(KnownJobs.Failed, Stop), Stop);

        var pending = Assert.Single(found.Lines, line => line.Id == 197);
        Assert.Equal((0, 8, 8, "bad", true), (pending.Before, pending.After, pending.Change, pending.Tone, pending.IsWatched));
        var crc = Assert.Single(found.Lines, line => line.Id == 199);
        Assert.Equal((0, "ok"), (crc.Change, crc.Tone));
        var hours = Assert.Single(found.Lines, line => line.Id == 9);
        Assert.Equal((100, "", false), (hours.Change, hours.Tone, hours.IsWatched));
        Assert.Equal(("passed", "passed"), (found.HealthBefore, found.HealthAfter));
        Assert.Equal(found.Lines.OrderBy(line => !line.IsWatched), found.Lines);
    }

    [Fact]
    public async Task What_a_drive_came_with_is_a_warning_and_what_grew_under_load_a_fault()
    {
        await using var history = HistoryOnDisk.Created();
        await KeepAsync(history, "smart_before.json", Table(5, 3));
        await KeepAsync(history, "smart_after.json", Table(5, 3));
        Assert.Equal("warn", Assert.Single(await LinesAsync(history)).Tone);

        await KeepAsync(history, "smart_after.json", Table(5, 4));
        Assert.Equal("bad", Assert.Single(await LinesAsync(history)).Tone);
    }

    [Fact]
    public async Task What_a_SAS_drive_could_not_correct_is_shown_beside_its_defects()
    {
        await using var history = HistoryOnDisk.Created();
        await KeepAsync(history, "smart_before.json", Sas(0));
        await KeepAsync(history, "smart_after.json", Sas(2));

        Assert.Equal(
            [("Grown defects", 0, "ok"), ("Uncorrected read errors", 2, "bad")],
            (await LinesAsync(history)).Select(line => (line.Name, line.Change, line.Tone)));

        static string Sas(int uncorrected) =>
            $$$"""{"device":{"protocol":"SCSI"},"smart_status":{"passed":true},"scsi_grown_defect_list":0,"scsi_error_counter_log":{"read":{"total_uncorrected_errors":{{{uncorrected}}} } } }""";
    }

    [Fact]
    public async Task One_report_alone_is_shown_without_a_change()
    {
        await using var history = HistoryOnDisk.Created();
        await KeepAsync(history, "smart_before.json", Table(197, 2));

        var line = Assert.Single(await LinesAsync(history));

        Assert.Equal((2, null, null, ""), (line.Before, line.After, line.Change, line.Tone));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"ata_smart_attributes\":{\"table\":[{\"id\":\"five\",\"raw\":7}]}")]
    [InlineData("smartctl: command not found")]
    public async Task What_is_no_report_is_no_comparison(string text)
    {
        await using var history = HistoryOnDisk.Created();
        await KeepAsync(history, "smart_before.json", text);

        Assert.Empty(await LinesAsync(history));
    }

    private static async Task<HistoryOnDisk> FilledAsync()
    {
        var history = HistoryOnDisk.Created();
        await PastHistory.FillAsync(history.Services, history.Clock.GetUtcNow(), jobs: 0, Stop);
        return history;
    }

    private static Task KeepAsync(HistoryOnDisk history, string name, string text) => history.Evidence.KeepAsync("J", 0, new StageEvidence(name, text), Stop);

    private static async Task<IReadOnlyList<History.Smart.SmartLine>> LinesAsync(HistoryOnDisk history) =>
        (await history.Comparisons.CompareAsync("J", await history.Kept.ListAsync("J", Stop), Stop)).Lines;

    private static string Table(int id, long raw) =>
        $$$"""{"json_format_version":[1,0],"smartctl":{"version":[7,4],"exit_status":0},"device":{"name":"/dev/sda","type":"sat","protocol":"ATA"},"ata_smart_attributes":{"table":[{"id":{{{id}}},"name":"Reallocated_Sector_Ct","value":100,"worst":100,"thresh":10,"raw":{"value":{{{raw}}},"string":"{{{raw}}}"} }]} }""";
}
