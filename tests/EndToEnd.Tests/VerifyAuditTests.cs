using Burnin.Rig;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Burnin.EndToEnd.Tests;

/// <summary>The trail of a real Burnin, checked from a shell while it runs and after somebody changed it.</summary>
public sealed class VerifyAuditTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("burnin-audit-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task A_changed_row_is_named()
    {
        await using (var burnin = await BurninProcess.StartAsync(BurninSetup.Demo(speedUp: 600) with { DataDirectory = data }, Token))
        {
            await new Api(burnin).PostAsync("/api/v1/burnin/cancel-all", new { @operator = "marta" });

            Assert.Equal((0, ""), await VerifyAsync(data, "The audit trail is whole: "));
        }

        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(data, "burnin.db")}"))
        {
            await connection.OpenAsync(Token);
            await using var change = connection.CreateCommand();
            change.CommandText = "DROP TRIGGER audit_event_is_not_updated; UPDATE audit_event SET actor = 'nobody' WHERE actor = 'marta'";
            Assert.True(await change.ExecuteNonQueryAsync(Token) > 0);
        }

        Assert.Equal((1, ""), await VerifyAsync(data, "The audit trail is NOT whole: row "));
    }

    [Fact]
    public async Task A_directory_without_a_trail_is_no_whole_trail()
    {
        var (code, output, errors) = await Verb.RunAsync(["verify-audit", data]);

        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith("The audit trail could not be read: ", errors, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Errors)> VerifyAsync(string directory, string said)
    {
        var (code, output, errors) = await Verb.RunAsync(["verify-audit", directory]);
        Assert.StartsWith(said, output, StringComparison.Ordinal);
        return (code, errors);
    }
}
