using System.Net;
using Burnin.WebFront.Tests.Host;

namespace Burnin.WebFront.Tests.Access;

public sealed class RoleTests
{
    [Fact]
    public async Task Viewers_look_operators_act_and_admins_manage()
    {
        await using var gate = await Gate.OpenAsync();
        var (viewer, op, admin) = (await gate.BrowserOfAsync("viewer"), await gate.BrowserOfAsync("operator"), await gate.BrowserOfAsync("admin"));

        foreach (var path in new[] { "/api/v1/drives", "/api/v1/burnin", "/api/v1/settings", "/api/v1/audit" })
        {
            Assert.Equal(HttpStatusCode.OK, (await viewer.ReadAsync(path)).Status);
        }

        Answer.IsProblem(await CancelAllAsync(viewer), HttpStatusCode.Forbidden, "role_too_low");
        Assert.Equal(HttpStatusCode.OK, (await CancelAllAsync(op)).Status);
        foreach (var path in new[] { "/api/v1/admin/users", "/api/v1/admin/tokens" })
        {
            Answer.IsProblem(await op.ReadAsync(path), HttpStatusCode.Forbidden, "role_too_low");
            Assert.Equal(HttpStatusCode.OK, (await admin.ReadAsync(path)).Status);
        }

        foreach (var (method, path) in new[]
        {
            (HttpMethod.Post, "/api/v1/settings"), (HttpMethod.Post, "/api/v1/nas"), (HttpMethod.Delete, "/api/v1/nas/attic"),
            (HttpMethod.Post, "/api/v1/admin/backups"), (HttpMethod.Post, "/api/v1/admin/users"), (HttpMethod.Post, "/api/v1/admin/tokens"),
        })
        {
            Answer.IsProblem(await op.SendAsync(method, path, new { }), HttpStatusCode.Forbidden, "role_too_low");
        }

        await op.PageAsync("/settings/users", HttpStatusCode.Forbidden);
        await admin.PageAsync("/settings/users");
    }

    [Fact]
    public async Task What_somebody_may_not_do_stands_in_the_trail_under_his_own_name()
    {
        await using var gate = await Gate.OpenAsync();
        var viewer = await gate.BrowserOfAsync("viewer");

        var row = Assert.Single(await Trail.OfAsync(gate.Front, () => viewer.SendAsync(HttpMethod.Post, "/api/v1/burnin/cancel-all", new { @operator = "admin-kim" })));

        Assert.Equal(("viewer-kim", "burnin_cancel_all", "refused"), (row.Actor, row.Action, row.Outcome));
    }

    [Fact]
    public async Task Nobody_acts_in_the_name_of_another()
    {
        await using var gate = await Gate.OpenAsync();
        var op = await gate.BrowserOfAsync("operator");

        var row = Assert.Single(await Trail.OfAsync(gate.Front, () => op.SendAsync(HttpMethod.Post, "/api/v1/burnin/cancel-all", new { @operator = "the boss" })));

        Assert.Equal(("operator-kim", "done"), (row.Actor, row.Outcome));
    }

    [Fact]
    public async Task A_burn_in_is_in_the_name_of_whoever_is_signed_in()
    {
        await using var gate = await Gate.OpenAsync();
        var op = await gate.BrowserOfAsync("operator");
        var (_, drives) = await op.ReadAsync("/api/v1/drives?state=idle");
        var drive = drives.GetProperty("drives").EnumerateArray().First();

        await op.SendAsync(HttpMethod.Post, "/api/v1/burnin/start", new
        {
            drive_ids = new[] { drive.Text("id") },
            @operator = "the boss",
            profile = "short",
            confirm_serial = drive.Text("serial"),
        });

        Assert.Equal("operator-kim", Assert.Single(gate.World.Starts).Wish.Operator);
    }

    private static Task<(HttpStatusCode Status, System.Text.Json.JsonElement Body)> CancelAllAsync(HttpClient browser) =>
        browser.SendAsync(HttpMethod.Post, "/api/v1/burnin/cancel-all", new { });
}
