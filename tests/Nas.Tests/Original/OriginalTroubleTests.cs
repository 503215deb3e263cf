using Burnin.Domain.Nases;
using Xunit;

namespace Burnin.Nas.Tests.Original;

public sealed class OriginalTroubleTests
{
    [Fact]
    public async Task A_wrong_key_fails_at_once()
    {
        await using var bed = await OriginalTestBed.StartAsync();
        var nas = bed.Client(bed.Connection with { ApiKey = "guess" });

        var failure = await Assert.ThrowsAsync<NasException>(() => nas.ReadInventoryAsync(OriginalTestBed.Cancelled));

        Assert.Equal(NasFault.AuthenticationFailed, failure.Fault);
        Assert.Contains("refuses the API key (401", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(502, false)]
    [InlineData(503, false)]
    [InlineData(null, true)]
    public async Task A_gateway_or_a_cut_connection_is_unreachable(int? status, bool drop)
    {
        await using var bed = await OriginalTestBed.StartAsync();
        await bed.BreakAsync(status, drop);

        var failure = await Assert.ThrowsAsync<NasException>(
            () => bed.PassUntilAsync(bed.Nas.ReadInventoryAsync(OriginalTestBed.Cancelled)));

        Assert.Equal(NasFault.Unreachable, failure.Fault);
        Assert.StartsWith(bed.Server.BaseUrl.AbsoluteUri.TrimEnd('/'), failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_nas_that_comes_back_during_the_retries_is_read()
    {
        await using var bed = await OriginalTestBed.StartAsync();
        var nas = bed.Client(bed.Connection, OriginalTestBed.Patient with { Retries = 1, RetryDelay = TimeSpan.FromMinutes(1) });
        await bed.BreakAsync(drop: true);

        var reading = nas.ReadInventoryAsync(OriginalTestBed.Cancelled);
        await bed.BreakAsync();

        Assert.Equal(15, (await bed.PassUntilAsync(reading)).Drives.Length);
    }

    [Fact]
    public async Task A_nas_that_takes_too_long_is_unreachable()
    {
        await using var bed = await OriginalTestBed.StartAsync();
        await bed.BreakAsync(slowMs: 3_600_000);
        var nas = bed.Client(bed.Connection, new());

        var failure = await Assert.ThrowsAsync<NasException>(
            () => bed.PassUntilAsync(nas.ReadInventoryAsync(OriginalTestBed.Cancelled)));

        Assert.Equal(NasFault.Unreachable, failure.Fault);
        Assert.EndsWith("did not answer /api/v2.0/disk in time.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_that_was_cut_off_is_not_sent_again()
    {
        await using var bed = await OriginalTestBed.StartAsync();
        await using var server = await FixedAnswer.StartAsync(502, "text/html", "<html>Bad gateway</html>");
        using var api = new Nas.Original.OriginalApi(bed.Connection with { Url = server.Url }, bed.Clock, OriginalTestBed.Patient);

        await Assert.ThrowsAsync<NasException>(() => api.StartSelfTestAsync("sda", "SHORT", OriginalTestBed.Cancelled));

        Assert.Equal(1, server.Requests);
    }

    [Theory]
    [InlineData(200, "text/html", "<html>Log in</html>", "Check that the URL is the NAS' own, not a log-in page")]
    [InlineData(200, "application/json", "{\"status\":\"ok\"}", "the JSON of the original contract")]
    [InlineData(200, "application/json", "null", "words that are not the original contract's")]
    [InlineData(200, "application/json", "[{\"serial\":\"A\"}]", "a disk without a name")]
    [InlineData(200, "application/json", "[null]", "a disk without a name")]
    [InlineData(302, "text/html", "", "points elsewhere (302 Found: https://nas.example/ui/)")]
    [InlineData(404, "text/html", "", "Is this a NAS with the original contract?")]
    [InlineData(422, "application/json", "{\"message\":\"[EBUSY] busy\"}", "[EBUSY] busy")]
    public async Task What_is_no_answer_is_told_and_not_asked_again(int status, string type, string body, string expected)
    {
        await using var bed = await OriginalTestBed.StartAsync();
        await using var server = await FixedAnswer.StartAsync(status, type, body);
        var nas = bed.Client(bed.Connection with { Url = server.Url });

        var failure = await Assert.ThrowsAsync<NasException>(() => nas.ReadInventoryAsync(OriginalTestBed.Cancelled));

        Assert.Equal(NasFault.UnexpectedAnswer, failure.Fault);
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task An_answer_without_end_is_refused()
    {
        await using var bed = await OriginalTestBed.StartAsync();
        await using var server = await FixedAnswer.StartAsync(200, "application/json", $"[{new string(' ', 5000)}]");
        var nas = bed.Client(bed.Connection with { Url = server.Url }, OriginalTestBed.Patient with { AnswerBytes = 1000 });

        var failure = await Assert.ThrowsAsync<NasException>(() => nas.ReadInventoryAsync(OriginalTestBed.Cancelled));

        Assert.Equal(NasFault.UnexpectedAnswer, failure.Fault);
    }

    [Fact]
    public async Task A_caller_that_gives_up_is_let_go()
    {
        await using var bed = await OriginalTestBed.StartAsync();
        await bed.BreakAsync(slowMs: 3_600_000);
        using var impatient = new CancellationTokenSource();

        var reading = bed.Nas.ReadInventoryAsync(impatient.Token);
        await impatient.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }
}
