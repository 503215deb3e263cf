using System.Net;
using Burnin.WebFront.Tests.Host;

namespace Burnin.WebFront.Tests.Api;

public sealed class DriveRoutesTests(FrontFixture fixture) : IClassFixture<FrontFixture>
{
    private readonly FrontHost front = fixture.Front;

    [Fact]
    public async Task The_list_holds_the_drives_of_all_NAS_boxes_in_snake_case()
    {
        var (status, body) = await front.Http.ReadAsync("/api/v1/drives");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(front.World.Drives.Count, body.GetProperty("drives").GetArrayLength());
        Assert.All(body.GetProperty("drives").EnumerateArray(), drive => Assert.True(drive.TryGetProperty("size_bytes", out _)));
    }

    [Fact]
    public async Task The_list_of_one_NAS_holds_its_drives_only()
    {
        var (_, body) = await front.Http.ReadAsync("/api/v1/drives?nas=vault-02");

        Assert.NotEmpty(body.GetProperty("drives").EnumerateArray());
        Assert.All(body.GetProperty("drives").EnumerateArray(), drive => Assert.Equal("vault-02", drive.Text("nas")));
    }

    [Fact]
    public async Task The_list_of_a_NAS_that_is_not_there_is_refused() =>
        Answer.IsProblem(await front.Http.ReadAsync("/api/v1/drives?nas=nowhere"), HttpStatusCode.NotFound, "unknown_nas");

    [Fact]
    public async Task One_drive_is_shown_by_its_id()
    {
        var (status, body) = await front.Http.ReadAsync("/api/v1/drives/d-idle-1");

        Assert.Equal((HttpStatusCode.OK, "VRG4T0LK"), (status, body.Text("serial")));
    }

    [Fact]
    public async Task A_drive_that_nobody_has_seen_is_refused() =>
        Answer.IsProblem(await front.Http.ReadAsync("/api/v1/drives/none"), HttpStatusCode.NotFound, "unknown_drive");

    [Fact]
    public async Task An_edit_changes_what_it_names_and_is_audited_once()
    {
        var rows = await Trail.OfAsync(front, async () =>
        {
            var (status, body) = await front.Http.SendAsync(
                HttpMethod.Patch, "/api/v1/drives/d-idle-2", new { location = " Shelf Z ", @operator = "marta" });

            Assert.Equal((HttpStatusCode.OK, "Shelf Z", ""), (status, body.Text("location"), body.Text("notes")));
        });

        var row = Assert.Single(rows);
        Assert.Equal(("marta", "drive_edit", "done", "d-idle-2", "vault-02"), (row.Actor, row.Action, row.Outcome, row.DriveId, row.Nas));
        Assert.Contains("Shelf Z", row.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", HttpStatusCode.UnprocessableEntity, "invalid")]
    [InlineData("""{"location":"two\nlines"}""", HttpStatusCode.UnprocessableEntity, "invalid")]
    [InlineData("{", HttpStatusCode.BadRequest, "malformed_json")]
    [InlineData("null", HttpStatusCode.BadRequest, "malformed_json")]
    [InlineData("""{"location":7}""", HttpStatusCode.BadRequest, "malformed_json")]
    public async Task An_edit_that_cannot_be_is_refused_and_audited_once(string body, HttpStatusCode status, string code)
    {
        var rows = await Trail.OfAsync(front, async () =>
            Answer.IsProblem(await front.Http.SendAsync(HttpMethod.Patch, "/api/v1/drives/d-idle-2", body), status, code));

        var row = Assert.Single(rows);
        Assert.Equal(("anonymous", "drive_edit", "refused"), (row.Actor, row.Action, row.Outcome));
        Assert.StartsWith(code, row.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_location_that_is_too_long_is_refused() => Answer.IsProblem(
        await front.Http.SendAsync(HttpMethod.Patch, "/api/v1/drives/d-idle-2", new { location = new string('x', 101) }),
        HttpStatusCode.UnprocessableEntity,
        "invalid");

    [Fact]
    public async Task An_edit_of_a_drive_that_nobody_has_seen_is_refused() => Answer.IsProblem(
        await front.Http.SendAsync(HttpMethod.Patch, "/api/v1/drives/none", new { notes = "x" }), HttpStatusCode.NotFound, "unknown_drive");

    [Fact]
    public async Task A_command_from_the_page_of_another_site_is_refused_and_audited()
    {
        var rows = await Trail.OfAsync(front, async () => Answer.IsProblem(
            await front.Http.SendAsync(HttpMethod.Patch, "/api/v1/drives/d-idle-2", new { notes = "x" }, null, ("Origin", "http://evil.example")),
            HttpStatusCode.Forbidden,
            "cross_site"));

        Assert.Equal("refused", Assert.Single(rows).Outcome);
    }

    [Fact]
    public async Task A_body_that_is_not_declared_as_JSON_is_refused()
    {
        using var content = new StringContent("""{"notes":"x"}""");
        using var response = await front.Http.PatchAsync("/api/v1/drives/d-idle-2", content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }
}
