using System.Net;
using Burnin.Rig;
using Xunit;

namespace Burnin.EndToEnd.Tests;

/// <summary>What somebody sees who runs the first command of the README.</summary>
public sealed class DemoTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_demo_burns_in_fifteen_drives_and_fails_the_one_that_fails()
    {
        await using var burnin = await BurninProcess.StartAsync(BurninSetup.Demo(speedUp: 600), Token);
        var api = new Api(burnin);
        var drives = await DrivesAsync(api);
        Assert.Equal(15, drives.Count);

        var (status, body) = await api.PostAsync("/api/v1/burnin/start", new
        {
            drive_ids = drives.Select(drive => drive.Text("id")),
            @operator = "e2e",
            confirm_destructive = true,
        });

        Assert.Equal(HttpStatusCode.Accepted, status);
        Assert.Equal(0, body.GetProperty("refused").GetArrayLength());
        foreach (var started in body.GetProperty("jobs").EnumerateArray())
        {
            var job = await api.JobEndedAsync(started.Text("job_id"));
            Assert.Equal(job.Text("model") == "FAIL001" ? "failed" : "passed", job.Text("state"));
        }
    }

    [Fact]
    public async Task Nothing_is_lost_by_a_kill()
    {
        var data = Directory.CreateTempSubdirectory("burnin-data-").FullName;
        var setup = BurninSetup.Demo(speedUp: 20) with { DataDirectory = data };
        string id;
        await using (var burnin = await BurninProcess.StartAsync(setup, Token))
        {
            var api = new Api(burnin);
            var drive = (await DrivesAsync(api)).First(drive => drive.Text("model") == "WD80EFAX");
            await burnin.HttpClient.PatchAsync(
                $"/api/v1/drives/{drive.Text("id")}", System.Net.Http.Json.JsonContent.Create(new { location = "Shelf A", @operator = "e2e" }), Token);
            id = await api.StartAsync(drive, "short_smart", "surface_validate");
            await api.JobWhenAsync(id, "the job runs", job => job.Text("state") == "running");
            await burnin.KillAsync();
        }

        await using (var burnin = await BurninProcess.StartAsync(setup, Token))
        {
            var api = new Api(burnin);
            var job = await api.JobEndedAsync(id);
            Assert.Equal("passed", job.Text("state"));
            Assert.True(job.GetProperty("epoch").GetInt64() > 1);
            Assert.Contains(await DrivesAsync(api), drive => drive.Text("location") == "Shelf A");
            Assert.Equal(0, await burnin.StopAsync(Token));
        }

        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task A_wrong_setting_names_itself_and_stops_the_start()
    {
        var setup = new BurninSetup { Environment = new Dictionary<string, string?> { ["POLL_INTERVAL_SECONDS"] = "often" } };

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => BurninProcess.StartAsync(setup, Token));

        Assert.Contains("POLL_INTERVAL_SECONDS is \"often\"", failure.Message);
    }

    private static async Task<List<System.Text.Json.JsonElement>> DrivesAsync(Api api)
    {
        var drives = new List<System.Text.Json.JsonElement>();
        await Eventually.TrueAsync(
            async () =>
            {
                drives = [.. (await api.GetAsync("/api/v1/drives")).GetProperty("drives").EnumerateArray()];
                return drives.Count == 15;
            },
            "fifteen drives",
            cancellationToken: Token);
        return drives;
    }
}
