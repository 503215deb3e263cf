using Burnin.Rig;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Burnin.EndToEnd.Tests;

/// <summary>The drill that an administrator should make once: back up a running Burnin, and start another one from it.</summary>
public sealed class BackupDrillTests : IDisposable
{
    private readonly string home = Directory.CreateTempSubdirectory("burnin-drill-").FullName;

    private string Data => Path.Combine(home, "data");

    private string Restored => Path.Combine(home, "restored");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(home, recursive: true);
    }

    [Fact]
    public async Task A_Burnin_started_from_a_backup_of_a_running_one_knows_what_that_one_knew()
    {
        string archive, drives;
        await using (var burnin = await BurninProcess.StartAsync(BurninSetup.Demo(speedUp: 600) with { DataDirectory = Data }, Token))
        {
            var api = new Api(burnin);
            await api.PostAsync("/api/v1/burnin/cancel-all", new { @operator = "marta" });
            drives = await IdsAsync(api);

            var (code, output, errors) = await Verb.RunAsync(["backup", Data]);
            Assert.Equal((0, ""), (code, errors));
            archive = output.Trim();
        }

        var (restoredCode, said, wrong) = await Verb.RunAsync(["restore", archive, Restored]);
        Assert.Equal((0, ""), (restoredCode, wrong));
        Assert.StartsWith($"{Restored} is as it was on ", said, StringComparison.Ordinal);
        await using var again = await BurninProcess.StartAsync(BurninSetup.Demo(speedUp: 600) with { DataDirectory = Restored }, Token);
        Assert.Equal(drives, await IdsAsync(new Api(again)));
        var audit = await new Api(again).GetAsync("/api/v1/audit?actor=marta");
        Assert.NotEqual(0, audit.GetProperty("events").GetArrayLength());
        Assert.Equal(0, (await Verb.RunAsync(["verify-audit", Restored])).Code);

        var (twice, _, refused) = await Verb.RunAsync(["restore", archive, Restored]);
        Assert.Equal(1, twice);
        Assert.Contains("is there already", refused, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bakcup")]
    [InlineData("restore")]
    [InlineData("backup", "--fast")]
    public async Task Words_that_are_not_understood_start_nothing(params string[] words)
    {
        var (code, output, errors) = await Verb.RunAsync(words);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains("backup", errors, StringComparison.Ordinal);
    }

    private static async Task<string> IdsAsync(Api api)
    {
        var drives = await api.GetAsync("/api/v1/drives");
        return string.Join(' ', drives.GetProperty("drives").EnumerateArray().Select(drive => drive.Text("id")).Order(StringComparer.Ordinal));
    }
}
