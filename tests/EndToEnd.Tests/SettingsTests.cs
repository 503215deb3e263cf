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
