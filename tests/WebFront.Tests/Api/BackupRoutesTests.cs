using System.Net;
using Burnin.WebFront.Tests.Host;

namespace Burnin.WebFront.Tests.Api;

public sealed class BackupRoutesTests(FrontFixture fixture) : IClassFixture<FrontFixture>
{
    private readonly FrontHost front = fixture.Front;

    [Fact]
    public async Task A_backup_is_made_listed_and_recorded_with_who_wanted_it()
    {
        var (status, made) = await front.Http.SendAsync(HttpMethod.Post, "/api/v1/admin/backups", new { @operator = "marta" });

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(new FileInfo(made.Text("path")!).Length, made.GetProperty("bytes").GetInt64());
        var (_, list) = await front.Http.ReadAsync("/api/v1/admin/backups");
        Assert.Contains(list.GetProperty("backups").EnumerateArray(), backup => backup.Text("path") == made.Text("path"));
        var row = Assert.Single((await front.Http.ReadAsync("/api/v1/audit?action=backup_make")).Body.GetProperty("events").EnumerateArray());
        Assert.Equal(("marta", "done"), (row.Text("actor"), row.Text("outcome")));
        Assert.StartsWith(made.Text("path")!, row.Text("detail"), StringComparison.Ordinal);
    }
}
