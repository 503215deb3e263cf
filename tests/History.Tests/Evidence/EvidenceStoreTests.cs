using System.Security.Cryptography;
using System.Text;
using Burnin.Domain.Jobs;

namespace Burnin.History.Tests.Evidence;

public sealed class EvidenceStoreTests
{
    private static readonly string Log = string.Concat(Enumerable.Range(0, 20_000).Select(line => $"segment {line}: 0 errors, 47 °C\n"));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Evidence_comes_back_as_it_was_kept_with_its_hash()
    {
        await using var history = HistoryOnDisk.Created();
        await history.Evidence.KeepAsync("01A", 3, new StageEvidence("surface.log", Log), Stop);

        var text = (await history.Kept.ReadAsync("01A", 3, "surface.log", Stop))!;

        Assert.Equal(Log, Encoding.UTF8.GetString(text.Utf8.Span));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(text.Utf8.Span)), text.Sha256);
        Assert.InRange(history.Read<long>("SELECT length(content) FROM burnin_evidence"), 1, Log.Length / 10);
    }

    [Fact]
    public async Task The_list_of_a_job_is_its_own_by_stage_and_name()
    {
        await using var history = HistoryOnDisk.Created();
        await history.Evidence.KeepAsync("01A", 3, new StageEvidence("surface.log", "°"), Stop);
        await history.Evidence.KeepAsync("01A", 3, new StageEvidence("segments.json", "[]"), Stop);
        await history.Evidence.KeepAsync("01A", 0, new StageEvidence("smart_before.json", "{}"), Stop);
        await history.Evidence.KeepAsync("01B", 0, new StageEvidence("smart_before.json", "{}"), Stop);

        var list = await history.Kept.ListAsync("01A", Stop);

        Assert.Equal([(0, "smart_before.json", 2), (3, "segments.json", 2), (3, "surface.log", 2)], list.Select(one => (one.Stage, one.Name, one.Length)));
        Assert.Equal(list[0].Sha256, (await history.Kept.ReadAsync("01A", 0, "smart_before.json", Stop))!.Sha256);
        Assert.Empty(await history.Kept.ListAsync("01C", Stop));
        Assert.Null(await history.Kept.ReadAsync("01A", 1, "smart_before.json", Stop));
    }

    [Fact]
    public async Task Keeping_it_again_replaces_it()
    {
        await using var history = HistoryOnDisk.Created();
        await history.Evidence.KeepAsync("01A", 3, new StageEvidence("surface.log", "first"), Stop);
        await history.Evidence.KeepAsync("01A", 3, new StageEvidence("surface.log", "second"), Stop);

        Assert.Equal("second", Encoding.UTF8.GetString((await history.Kept.ReadAsync("01A", 3, "surface.log", Stop))!.Utf8.Span));
        Assert.Single(await history.Kept.ListAsync("01A", Stop));
    }

    [Fact]
    public async Task An_empty_text_is_evidence_too()
    {
        await using var history = HistoryOnDisk.Created();
        await history.Evidence.KeepAsync("01A", 3, new StageEvidence("surface.log", ""), Stop);

        Assert.Equal(0, (await history.Kept.ReadAsync("01A", 3, "surface.log", Stop))!.Utf8.Length);
    }

    [Fact]
    public async Task Feeding_the_read_model_anew_leaves_the_evidence_alone()
    {
        await using var history = HistoryOnDisk.Created();
        await history.Evidence.KeepAsync("01A", 3, new StageEvidence("surface.log", Log), Stop);

        history.Execute("DELETE FROM burnin_job");

        Assert.Single(await history.Kept.ListAsync("01A", Stop));
    }
}
