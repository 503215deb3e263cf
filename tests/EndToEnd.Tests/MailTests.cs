using System.Net;
using System.Text.Json;
using Burnin.Rig;
using Xunit;

namespace Burnin.EndToEnd.Tests;

/// <summary>Burnin and a real mail server, one of which is killed.</summary>
public sealed class MailTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_failure_that_could_not_be_told_before_a_kill_is_told_once_afterwards()
    {
        Assert.SkipWhen(Prerequisites.Missing(Prerequisite.SmtpServer) is not null, Prerequisites.Missing(Prerequisite.SmtpServer) ?? "");
        await using var server = await SmtpServer.StartAsync("starttls", ("ann", "correct horse"), Token);
        await server.StopAsync();
        var data = Directory.CreateTempSubdirectory("burnin-data-");
        var setup = BurninSetup.Demo(speedUp: 600) with { DataDirectory = data.FullName };
        string id;
        await using (var burnin = await BurninProcess.StartAsync(setup, Token))
        {
            var api = new Api(burnin);
            await SetUpAsync(api, server);
            id = await FailAsync(api);
            await Eventually.TrueAsync(
                async () => (await MailAsync(api)) is var mail && mail.GetProperty("waiting").GetInt32() == 1 && mail.GetProperty("trouble").ValueKind == JsonValueKind.String,
                "the message waits, and has been tried",
                cancellationToken: Token);
            await burnin.KillAsync();
        }

        await server.ListenAsync(Token);
        await using (var burnin = await BurninProcess.StartAsync(setup, Token))
        {
            var api = new Api(burnin);
            await Eventually.TrueAsync(async () => (await server.MailsAsync(Token)).Count > 0, "the mail arrives", TimeSpan.FromMinutes(3), Token);
            await Eventually.TrueAsync(async () => (await MailAsync(api)).GetProperty("waiting").GetInt32() == 0, "nothing waits", cancellationToken: Token);
            Assert.Contains(id, Assert.Single(await server.MailsAsync(Token)), StringComparison.Ordinal);
            Assert.DoesNotContain("correct horse", burnin.Output, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(
            data.EnumerateFiles("*.db*").Select(file => File.ReadAllText(file.FullName, System.Text.Encoding.Latin1)),
            text => text.Contains("correct horse", StringComparison.Ordinal));
        data.Delete(recursive: true);
    }

    [Fact]
    public async Task The_test_button_says_how_far_it_came_and_saves_nothing()
    {
        Assert.SkipWhen(Prerequisites.Missing(Prerequisite.SmtpServer) is not null, Prerequisites.Missing(Prerequisite.SmtpServer) ?? "");
        await using var server = await SmtpServer.StartAsync("starttls", ("ann", "correct horse"), Token);
        await using var burnin = await BurninProcess.StartAsync(BurninSetup.Demo(), Token);
        var api = new Api(burnin);

        var (status, wrong) = await api.PostAsync("/api/v1/settings/test-smtp", Settings(server, "wrong battery"));
        Assert.Equal((HttpStatusCode.OK, false), (status, wrong.GetProperty("works").GetBoolean()));
        Assert.Equal("sign in", wrong.GetProperty("steps").EnumerateArray().Last().Text("name"));

        var (_, right) = await api.PostAsync("/api/v1/settings/test-smtp", Settings(server, "correct horse"));
        Assert.True(right.GetProperty("works").GetBoolean(), $"{right}");
        Assert.Single(await server.MailsAsync(Token));
        Assert.Equal(0, (await api.GetAsync("/api/v1/settings")).GetProperty("version").GetInt64());
    }

    private static async Task SetUpAsync(Api api, SmtpServer server)
    {
        var settings = Settings(server, "correct horse");
        settings.Remove("send");
        var (status, body) = await api.PostAsync("/api/v1/settings", settings);
        Assert.True(status == HttpStatusCode.OK, $"{body}");
        await Eventually.TrueAsync(async () => (await MailAsync(api)).GetProperty("is_on").GetBoolean(), "mail is on", cancellationToken: Token);
    }

    private static Dictionary<string, object?> Settings(SmtpServer server, string password) => new()
    {
        ["smtp_host"] = server.Host,
        ["smtp_port"] = server.Port,
        ["smtp_mode"] = "starttls",
        ["smtp_verify_tls"] = false,
        ["smtp_user"] = "ann",
        ["smtp_password"] = password,
        ["smtp_from"] = "burnin@example.org",
        ["smtp_to"] = "ann@example.org",
        ["send"] = true,
    };

    /// <summary>The drive of the demo that always fails.</summary>
    private static async Task<string> FailAsync(Api api)
    {
        JsonElement drive = default;
        await Eventually.TrueAsync(
            async () => (drive = (await api.GetAsync("/api/v1/drives")).GetProperty("drives").EnumerateArray().FirstOrDefault(each => each.Text("model") == "FAIL001")).ValueKind == JsonValueKind.Object,
            "the drive is there",
            cancellationToken: Token);
        var id = await api.StartAsync(drive, "surface_validate", "short_smart", "long_smart");
        await api.JobEndedAsync(id);
        return id;
    }

    private static async Task<JsonElement> MailAsync(Api api) => (await api.GetAsync("/api/v1/messages")).GetProperty("channels").EnumerateArray().Single(channel => channel.Text("name") == "mail");
}
