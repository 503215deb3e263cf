using System.Net;
using System.Net.Http.Headers;
using Burnin.Grains.Interfaces.Nases;
using Burnin.WebFront.Tests.Host;

namespace Burnin.WebFront.Tests.Api;

public sealed class NasRoutesTests(FrontFixture fixture) : IClassFixture<FrontFixture>
{
    private readonly FrontHost front = fixture.Front;

    [Fact]
    public async Task A_NAS_is_added_changed_and_removed_each_with_one_audit_row()
    {
        var rows = await Trail.OfAsync(front, async () =>
        {
            var (added, view) = await front.Http.SendAsync(
                HttpMethod.Post,
                "/api/v1/nas",
                new { name = "new-01", kind = "linux", ssh = new { host = "10.0.0.9", password = "very secret" }, max_parallel = 3, @operator = "jo" });
            Assert.Equal((HttpStatusCode.Created, "new-01", 3), (added, view.Text("name"), view.GetProperty("max_parallel").GetInt32()));

            var (changed, after) = await front.Http.SendAsync(HttpMethod.Patch, "/api/v1/nas/new-01", new { max_parallel = 7 });
            Assert.Equal((HttpStatusCode.OK, 7), (changed, after.GetProperty("max_parallel").GetInt32()));

            Assert.Equal(HttpStatusCode.NoContent, (await front.Http.SendAsync(HttpMethod.Delete, "/api/v1/nas/new-01")).Status);
        });

        Assert.Equal(["nas_remove", "nas_change", "nas_add"], rows.Select(row => row.Action));
        Assert.All(rows, row => Assert.Equal(("done", "new-01"), (row.Outcome, row.Nas)));
        Assert.All(rows, row => Assert.DoesNotContain("secret", row.Detail, StringComparison.Ordinal));
        Answer.IsProblem(await front.Http.ReadAsync("/api/v1/nas/new-01"), HttpStatusCode.NotFound, "unknown_nas");
    }

    [Theory]
    [InlineData("""{"kind":"auto"}""", "name")]
    [InlineData("""{"name":"a b"}""", "name")]
    [InlineData("""{"name":"x","kind":"floppy"}""", "kind")]
    [InlineData("""{"name":"x","url":"ftp://x"}""", "url")]
    [InlineData("""{"name":"x","tls":"maybe"}""", "tls")]
    [InlineData("""{"name":"x","ssh":{"host":"h","port":0}}""", "ssh.port")]
    [InlineData("""{"name":"x","ssh":{}}""", "ssh.host")]
    [InlineData("""{"name":"x","max_parallel":0}""", "max_parallel")]
    [InlineData("""{"name":"x","run_directory":"tmp"}""", "run_directory")]
    public async Task A_NAS_that_cannot_be_is_refused_by_the_name_of_the_field(string body, string field)
    {
        var rows = await Trail.OfAsync(front, async () =>
        {
            var answer = await front.Http.SendAsync(HttpMethod.Post, "/api/v1/nas", body);
            Answer.IsProblem(answer, HttpStatusCode.UnprocessableEntity, "invalid");
            Assert.Equal(field, answer.Body.Text("field"));
        });

        Assert.Equal("refused", Assert.Single(rows).Outcome);
    }

    [Theory]
    [InlineData("{}", "max_parallel")]
    [InlineData("""{"url":"ftp://x"}""", "url")]
    [InlineData("""{"ssh":{"host":"h","port":0}}""", "ssh.port")]
    public async Task A_change_that_cannot_be_is_refused_by_the_name_of_the_field(string body, string field) =>
        Assert.Equal(field, (await front.Http.SendAsync(HttpMethod.Patch, "/api/v1/nas/vault-02", body)).Body.Text("field"));

    [Fact]
    public async Task A_NAS_is_paused_and_its_way_changed_without_a_secret_in_the_trail()
    {
        var rows = await Trail.OfAsync(front, async () =>
        {
            var (_, paused) = await front.Http.SendAsync(HttpMethod.Patch, "/api/v1/nas/vault-02", new { paused = true });
            Assert.True(paused.GetProperty("paused").GetBoolean());
            await front.Http.SendAsync(HttpMethod.Patch, "/api/v1/nas/vault-02", new { paused = false, url = "https://10.0.20.12", api_key = "very secret", ssh = new { host = "h", password = "very secret" } });
        });

        Assert.All(rows, row => Assert.DoesNotContain("very secret", row.Detail, StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Detail.Contains("url https://10.0.20.12", StringComparison.Ordinal) && row.Detail.Contains("api_key (new)", StringComparison.Ordinal));
        Assert.Equal("very secret", front.World.NasChanges.Last().Change.ApiKey);
    }

    [Fact]
    public async Task Settings_are_tried_without_being_stored()
    {
        var rows = await Trail.OfAsync(front, async () =>
        {
            var (status, seen) = await front.Http.SendAsync(HttpMethod.Post, "/api/v1/settings/test-nas", new { kind = "auto", url = "https://10.0.20.99", api_key = "very secret" });
            Assert.Equal((HttpStatusCode.OK, "TrueNAS 26.0", 12, 7), (status, seen.Text("product"), seen.GetProperty("drives").GetInt32(), seen.GetProperty("free_drives").GetInt32()));
            Assert.Equal("jsonrpc", seen.GetProperty("capabilities")[0].Text("by"));
        });

        Assert.Equal(("nas_test", "done"), Assert.Single(rows) is var row ? (row.Action, row.Outcome) : default);
        front.World.NasAnswers["vault-09"] = () => new ConfigureNasResult.Failed("unreachable", "No route.");
        Answer.IsProblem(
            await front.Http.SendAsync(HttpMethod.Post, "/api/v1/settings/test-nas", new { name = "vault-09", kind = "local" }), HttpStatusCode.BadGateway, "unreachable");
    }

    [Theory]
    [InlineData("unreachable", HttpStatusCode.BadGateway)]
    [InlineData("authentication_failed", HttpStatusCode.BadGateway)]
    [InlineData("host_key_changed", HttpStatusCode.BadGateway)]
    public async Task A_NAS_that_does_not_answer_as_it_must_is_refused_with_its_fault(string fault, HttpStatusCode status)
    {
        front.World.NasAnswers["far"] = () => new ConfigureNasResult.Failed(fault, "Check the cable.");

        Answer.IsProblem(await front.Http.SendAsync(HttpMethod.Post, "/api/v1/nas", new { name = "far", url = "http://x" }), status, fault);
    }

    [Fact]
    public async Task A_name_that_is_taken_is_a_conflict() => Answer.IsProblem(
        await front.Http.SendAsync(HttpMethod.Post, "/api/v1/nas", new { name = "vault-01" }), HttpStatusCode.Conflict, "conflict");

    [Fact]
    public async Task What_the_grain_finds_wrong_is_refused_in_its_words()
    {
        front.World.NasAnswers["odd"] = () => new ConfigureNasResult.Invalid("api_key", "is needed for this kind.");

        var answer = await front.Http.SendAsync(HttpMethod.Post, "/api/v1/nas", new { name = "odd" });

        Answer.IsProblem(answer, HttpStatusCode.UnprocessableEntity, "invalid");
        Assert.Contains("is needed for this kind", answer.Body.Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_out_is_a_gateway_time_out_and_is_audited()
    {
        front.World.NasAnswers["slow"] = () => throw new TimeoutException();

        var rows = await Trail.OfAsync(front, async () => Answer.IsProblem(
            await front.Http.SendAsync(HttpMethod.Post, "/api/v1/nas", new { name = "slow" }), HttpStatusCode.GatewayTimeout, "time_out"));

        Assert.Equal("refused", Assert.Single(rows).Outcome);
    }

    [Theory]
    [InlineData("PATCH", """{"max_parallel":2}""")]
    [InlineData("DELETE", null)]
    public async Task What_is_not_there_can_neither_be_changed_nor_removed(string method, string? body) => Answer.IsProblem(
        await front.Http.SendAsync(new HttpMethod(method), "/api/v1/nas/nowhere", body), HttpStatusCode.NotFound, "unknown_nas");

    [Fact]
    public async Task The_list_and_one_NAS_show_no_secret()
    {
        var (_, list) = await front.Http.ReadAsync("/api/v1/nas");
        var (_, one) = await front.Http.ReadAsync("/api/v1/nas/vault-01");

        Assert.Contains("vault-01", list.GetProperty("nas").EnumerateArray().Select(nas => nas.Text("name")));
        Assert.Equal("ok", one.GetProperty("status").Text("health"));
        Assert.DoesNotContain("password", list.GetRawText() + one.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_snapshot_that_is_known_already_is_not_sent_again()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var first = await front.Http.GetAsync("/api/v1/nas/vault-02/snapshot", cancellationToken);
        var tag = first.Headers.ETag!;

        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/nas/vault-02/snapshot");
        again.Headers.IfNoneMatch.Add(tag);
        using var second = await front.Http.SendAsync(again, cancellationToken);
        Assert.Equal((HttpStatusCode.NotModified, tag), (second.StatusCode, second.Headers.ETag));

        await front.Http.SendAsync(HttpMethod.Patch, "/api/v1/drives/d-idle-3", new { notes = "moved" });
        using var changed = new HttpRequestMessage(HttpMethod.Get, "/api/v1/nas/vault-02/snapshot");
        changed.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(tag.Tag));
        using var third = await front.Http.SendAsync(changed, cancellationToken);
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
        Assert.NotEqual(tag, third.Headers.ETag);
    }

    [Fact]
    public async Task A_snapshot_is_compressed_for_who_can_read_that()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/nas/vault-01/snapshot");
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        using var response = await front.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(["br"], response.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task A_snapshot_of_a_NAS_that_is_not_there_is_refused() =>
        Answer.IsProblem(await front.Http.ReadAsync("/api/v1/nas/nowhere/snapshot"), HttpStatusCode.NotFound, "unknown_nas");

    [Fact]
    public async Task An_address_that_is_none_and_a_method_that_does_not_fit_are_problems_too()
    {
        Answer.IsProblem(await front.Http.ReadAsync("/api/v1/nope"), HttpStatusCode.NotFound, "unknown_route");
        Answer.IsProblem(await front.Http.SendAsync(HttpMethod.Put, "/api/v1/nas"), HttpStatusCode.MethodNotAllowed, "method_not_allowed");
    }
}
