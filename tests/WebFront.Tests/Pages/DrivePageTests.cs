using System.Net;
using Burnin.Archive;
using Burnin.WebFront.Tests.Fakes;
using Burnin.WebFront.Tests.Host;

namespace Burnin.WebFront.Tests.Pages;

public sealed class DrivePageTests(ArchiveFixture fixture)
{
    private readonly FrontHost front = fixture.Front;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_drive_has_a_page_of_its_own_by_its_serial()
    {
        var page = await front.Http.PageAsync($"/drives/{KnownJobs.Serial}");

        Assert.Equal((KnownJobs.Serial, "Failed"), (page.Text("h1"), page.Text(".drive__title .badge")));
        Assert.Equal(["Last burn-in", "Health", "Size", "Temperature", "Errors", "Power on"], page.Texts(".vital dt"));
        Assert.Contains("pending 8, reallocated 0", page.Texts(".vital small"));
        Assert.Contains("338h", page.Texts(".vital__value"));
    }

    [Fact]
    public async Task SMART_stands_in_colour_with_what_it_was_what_it_is_its_trend_and_its_threshold()
    {
        var page = await front.Http.PageAsync($"/drives/{KnownJobs.Serial}");

        var pending = page.QuerySelectorAll("#drive-smart tbody tr").Single(row => row.QuerySelector("td")!.TextContent.Contains("197", StringComparison.Ordinal));
        Assert.Equal(["0", "8", "+8", "100 / 0"], pending.QuerySelectorAll("td.num").Select(cell => cell.TextContent));
        Assert.Equal("Current Pending Sector over time: 0 to 8 in 4 readings", pending.QuerySelector(".spark.bad")!.GetAttribute("aria-label"));
        Assert.Equal("SMART 2 to look at", page.Texts(".drive__tabs a")[1]);
    }

    [Fact]
    public async Task The_raw_output_can_be_copied_and_taken_away()
    {
        var page = await front.Http.PageAsync($"/drives/{KnownJobs.Serial}");
        var address = page.Link("#drive-raw a[download]");

        using var file = await front.Http.GetAsync(address, Stop);
        Assert.Contains("Current_Pending_Sector", await file.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.StartsWith(KnownJobs.Serial, file.Content.Headers.ContentDisposition!.FileNameStar, StringComparison.Ordinal);
        Assert.Equal(address, page.QuerySelector("#drive-raw [data-copy]")!.GetAttribute("data-copy"));
    }

    [Fact]
    public async Task The_last_surface_test_is_drawn_before_the_band_of_its_siblings()
    {
        var page = await front.Http.PageAsync($"/drives/{KnownJobs.Serial}");

        Assert.Equal(["0xAA", "0x55", "0xFF", "0x00"], page.Texts(".passes tbody th"));
        Assert.Equal(2, page.QuerySelectorAll("figure[data-chart=speed] path.line").Length);
        Assert.NotEmpty(page.QuerySelector("path.band")!.GetAttribute("d")!);
        var says = System.Text.Json.JsonSerializer.Deserialize<string[]>(page.QuerySelector(".chart")!.GetAttribute("data-says")!)!;
        Assert.Equal(100, says.Length);
        Assert.Matches("^at 80 GB: write [0-9]+ MB/s, read [0-9]+ MB/s, siblings [0-9]+ to [0-9]+$", says[0]);
    }

    [Theory]
    [InlineData("ZL2B81F4")]
    [InlineData("VRG4T0LK")]
    public async Task What_only_operators_may_do_is_marked_so_and_what_is_written_can_be_read_by_all(string serial)
    {
        var page = await front.Http.PageAsync($"/drives/{serial}");

        Assert.All(page.QuerySelectorAll("[data-act], [data-edit]"), control => Assert.Equal("operator", control.GetAttribute("data-needs")));
        Assert.Equal(2, page.QuerySelectorAll(".drive__said .as-text").Length);
    }

    [Fact]
    public async Task Its_heat_is_drawn_over_days_and_over_a_month_and_told_to_programs()
    {
        var page = await front.Http.PageAsync($"/drives/{KnownJobs.Serial}");

        Assert.Equal(["days", "month"], page.QuerySelectorAll("#drive-heat figure").Select(figure => figure.GetAttribute("data-span")));
        Assert.Equal(2, page.QuerySelectorAll("#drive-heat figure[data-span=month] path.heat").Length);
        var (_, body) = await front.Http.ReadAsync($"/api/v1/drives/d-{KnownJobs.Serial}/heat?hours=24");
        Assert.All(body.GetProperty("hours").EnumerateArray(), hour => Assert.True(hour.GetProperty("least_celsius").GetInt32() <= hour.GetProperty("most_celsius").GetInt32()));
        Assert.NotEmpty(body.GetProperty("hours").EnumerateArray());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await front.Http.ReadAsync($"/api/v1/drives/d-{KnownJobs.Serial}/heat?hours=0")).Status);
    }

    [Fact]
    public async Task Every_burn_in_of_the_drive_is_listed_newest_first()
    {
        var page = await front.Http.PageAsync($"/drives/{KnownJobs.Serial}");

        Assert.Equal([$"/history/{KnownJobs.Failed}", $"/history/{KnownJobs.Passed}"], page.QuerySelectorAll("#drive-runs a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task One_that_runs_shows_each_pass_by_half_and_can_be_paused_or_cancelled()
    {
        var page = await front.Http.PageAsync("/drives/ZL2B81F4");

        Assert.Equal(["100%", "100%", "100%", "29.6%", "–", "–", "–", "–"], page.Texts("#drive-burn .half .num"));
        Assert.Equal(["pause", "cancel"], page.QuerySelectorAll("[data-act]").Select(button => button.GetAttribute("data-act")));
        Assert.Equal("Surface, pass 2 of 4, verify", page.Text(".drive__title .badge"));
        Assert.NotNull(page.QuerySelector("#drive[data-open]"));
    }

    [Fact]
    public async Task One_that_is_in_use_says_why_and_offers_only_what_erases_nothing()
    {
        var page = await front.Http.PageAsync("/drives/ZL29HH1C");

        Assert.Contains("Member of the pool tank, mirror-1.", page.Text(".drive__head .notice"), StringComparison.Ordinal);
        Assert.Equal("Test without erasing", page.Text("[data-act=start]"));
    }

    [Fact]
    public async Task One_that_only_looks_used_can_be_started_after_a_second_word()
    {
        var page = await front.Http.PageAsync("/drives/VRG4LABE");

        Assert.Contains("asks for the serial once more", page.Text(".drive__head .notice"), StringComparison.Ordinal);
        Assert.False(page.QuerySelector("[data-act=start]")!.HasAttribute("disabled"));
    }

    [Fact]
    public async Task One_that_no_NAS_shows_any_more_is_known_by_its_burn_ins()
    {
        var world = Showroom.Open();
        world.Drives.Remove($"d-{KnownJobs.Serial}", out _);
        await using var later = await FrontHost.StartAsync(world, dataOf: front);

        var page = await later.Http.PageAsync($"/drives/{KnownJobs.Serial}");

        Assert.Contains("No NAS shows this drive any more.", page.Text(".drive__head .notice"), StringComparison.Ordinal);
        Assert.Equal(2, page.QuerySelectorAll("#drive-runs li").Length);
        Assert.Empty(page.QuerySelectorAll("[data-edit]"));
    }

    [Fact]
    public async Task One_that_nobody_has_ever_seen_is_a_page_that_leads_on() => Assert.Equal(
        "No such drive", (await front.Http.PageAsync("/drives/none", HttpStatusCode.NotFound)).Text(".empty h2"));

    [Fact]
    public async Task The_rows_of_the_first_page_lead_to_their_drives() => Assert.Contains(
        "/drives/ZL2B81F4", (await front.Http.PageAsync("/")).QuerySelectorAll(".c-serial a").Select(link => link.GetAttribute("href")));
}
