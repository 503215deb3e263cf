using Burnin.Domain.Smart;
using Burnin.Domain.Tests.Jobs;
using Xunit;

namespace Burnin.Domain.Tests.Smart;

public sealed class SmartSnapshotTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_a_job_stores_of_a_snapshot_is_small_and_comes_back_whole() =>
        Assert.All(SmartSamples.All(), sample =>
        {
            var condensed = SmartSnapshot.Of(SmartText.Decode(File.ReadAllBytes(sample.Path)), null, Noon).Condensed();

            var json = StoredJson.Of(condensed);

            Assert.True(json.Length < 8 << 10, $"{Path.GetFileName(sample.Path)}: {json.Length}");
            Assert.Equal(json, StoredJson.Of(StoredJson.Read<SmartSnapshot>(json)));
        });

    [Fact]
    public void Counts_and_the_failures_of_the_log_stay_in_what_is_stored()
    {
        var report = SmartReports.Read(SmartSamples.Text("a05_ext_failed_lba__7.5__xj.json"));

        var stored = report.Condensed();

        Assert.Equal(report.Attributes.AsEnumerable(), stored.Attributes);
        Assert.Equal((report.AtaErrorCount, report.SelfTests.LogCount, report.SelfTests.FailedInLog), (stored.AtaErrorCount, stored.SelfTests.LogCount, stored.SelfTests.FailedInLog));
        Assert.Equal(report.SelfTests.Last, stored.SelfTests.Last);
        Assert.Empty(stored.AtaErrors);
    }

    /// <summary>As jobs stored it before there were reports.</summary>
    [Fact]
    public void A_snapshot_of_an_older_version_still_tells_what_it_told()
    {
        var old = StoredJson.Read<SmartSnapshot>(
            """{"takenAt":"2026-01-01T00:00:00+00:00","passed":true,"temperatureCelsius":33,"powerOnHours":7,"attributes":[{"id":5,"name":"Reallocated_Sector_Ct","value":100,"worst":100,"threshold":10,"raw":7}]}""");

        Assert.Equal((true, 33, 7L, 7L), (old.Facts!.HealthPassed, old.Facts.Temperature.CurrentCelsius, old.Facts.PowerOnHours, old.Facts.Attribute(5)!.Raw));
        Assert.Equal("reallocated_sectors", Assert.Single(ClassicWatchList.Judge(null, old)).Code);
    }

    [Fact]
    public void Without_an_answer_there_are_no_facts_to_judge()
    {
        var snapshot = SmartSnapshot.Of("sh: smartctl: not found", 127, Noon);

        Assert.Equal("smartctl could not ask the drive: sh: smartctl: not found", snapshot.Unavailable);
        Assert.Null(new SmartSnapshot { TakenAt = Noon, Unavailable = "no smartctl" }.Facts);
    }

    [Fact]
    public void The_original_watch_list_counts_what_was_decoded() =>
        Assert.Equal(
            "Command time-outs: 3181.",
            Assert.Single(ClassicWatchList.Judge(null, SmartSnapshot.Of(SmartSamples.Text("a11_cmd_timeout_packed__7.4__aj.json"), 0, Noon))).Text);
}
