using System.Net;
using System.Text.Json;
using Burnin.Rig;
using Xunit;

namespace Burnin.EndToEnd.Tests;

/// <summary>Settings as somebody with curl knows them, over restarts.</summary>
public sealed class SettingsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_set_survives_a_kill_until_the_environment_says_otherwise()
    {
        var data = Directory.CreateTempSubdirectory("burnin-data-");
        var setup = BurninSetup.Demo() with { DataDirectory = data.FullName };
        await using (var burnin = await BurninProcess.StartAsync(setup, Token))
        {
            var (status, body) = await new Api(burnin).PostAsync("/api/v1/settings", new { temp_crit_c = 61, @operator = "e2e" });
            Assert.True(status == HttpStatusCode.OK, $"{body}");
            await PageShowsAsync(burnin, "data-critical=\"61\"");
            await burnin.KillAsync();
        }

        await using (var burnin = await BurninProcess.StartAsync(setup, Token))
        {
            Assert.Equal(("61", null), await SettingAsync(burnin, "temp_crit_c"));
            await PageShowsAsync(burnin, "data-critical=\"61\"");
        }

        var environment = new Dictionary<string, string?>(setup.Environment) { ["TEMP_CRIT_C"] = "58" };
        await using (var burnin = await BurninProcess.StartAsync(setup with { Environment = environment }, Token))
        {
            Assert.Equal(("58", "TEMP_CRIT_C"), await SettingAsync(burnin, "temp_crit_c"));
            await PageShowsAsync(burnin, "data-critical=\"58\"");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await new Api(burnin).PostAsync("/api/v1/settings", new { temp_crit_c = 62 })).Status);
        }

        data.Delete(recursive: true);
    }

    [Fact]
    public async Task No_secret_comes_out_again_by_any_page_route_audit_row_log_or_file_of_the_database()
    {
        string[] secrets = ["fixed-mail-secret", "fixed-hook-secret", "stored-token-secret", "stored-sign-secret", "wrong-host-secret"];
        var data = Directory.CreateTempSubdirectory("burnin-data-");
        var demo = BurninSetup.Demo();
        var environment = new Dictionary<string, string?>(demo.Environment) { ["SMTP_PASSWORD"] = secrets[0], ["WEBHOOK_URL"] = $"http://127.0.0.1:9/{secrets[1]}" };
        await using (var burnin = await BurninProcess.StartAsync(demo with { DataDirectory = data.FullName, Environment = environment }, Token))
        {
            var api = new Api(burnin);
            Assert.Equal(HttpStatusCode.OK, (await api.PostAsync("/api/v1/settings", new { webhook_token = secrets[2], webhook_secret = secrets[3], @operator = "e2e" })).Status);
            var refused = await api.PostAsync("/api/v1/settings", new { smtp_password = secrets[4], smtp_port = 70_000 });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            var tested = await api.PostAsync("/api/v1/settings/test-webhook", new { });
            Assert.False(tested.Body.GetProperty("works").GetBoolean());

            var said = new List<string> { $"{refused.Body}", $"{tested.Body}", burnin.Output };
            foreach (var path in new[] { "/api/v1/settings", "/api/v1/messages", "/api/v1/audit", "/audit", "/settings/mail", "/settings/webhook", "/openapi/v1.json" })
            {
                said.Add(await burnin.HttpClient.GetStringAsync(path, Token));
            }

            Assert.Contains(said, text => text.Contains("webhook_token set", StringComparison.Ordinal));
            Assert.All(secrets, secret => Assert.DoesNotContain(said, text => text.Contains(secret, StringComparison.Ordinal)));
            await burnin.KillAsync();
        }

        var files = data.EnumerateFiles("*.db*").Select(file => File.ReadAllText(file.FullName, System.Text.Encoding.Latin1)).ToList();
        Assert.NotEmpty(files);
        Assert.All(secrets, secret => Assert.DoesNotContain(files, text => text.Contains(secret, StringComparison.Ordinal)));
        data.Delete(recursive: true);
    }

    private static async Task<(string Value, string? LockedBy)> SettingAsync(BurninProcess burnin, string name)
    {
        var setting = (await new Api(burnin).GetAsync("/api/v1/settings")).GetProperty("sections").EnumerateArray()
            .SelectMany(section => section.GetProperty("settings").EnumerateArray())
            .Single(setting => setting.Text("name") == name);
        return (setting.GetProperty("value").GetRawText(), setting.GetProperty("locked_by") is { ValueKind: JsonValueKind.String } by ? by.GetString() : null);
    }

    private static Task PageShowsAsync(BurninProcess burnin, string what) => Eventually.TrueAsync(
        async () => (await burnin.HttpClient.GetStringAsync("/", Token)).Contains(what, StringComparison.Ordinal), what, cancellationToken: Token);
}
