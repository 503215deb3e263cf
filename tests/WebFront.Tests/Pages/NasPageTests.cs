using System.Net;
using Burnin.Grains.Interfaces.Nases;
using Burnin.WebFront.Tests.Fakes;
using Burnin.WebFront.Tests.Host;

namespace Burnin.WebFront.Tests.Pages;

public sealed class NasPageTests(ArchiveFixture fixture)
{
    private readonly FrontHost front = fixture.Front;

    [Fact]
    public async Task A_NAS_has_a_page_with_its_drives_as_a_shelf_its_slots_and_its_line()
    {
        var page = await front.Http.PageAsync("/nas/vault-01");

        Assert.Equal(("vault-01", "Connected"), (page.Text("h1"), page.Text(".drive__title .badge")));
        Assert.Equal(["Slots", "In line", "Drives", "Failed", "Warmest", "Seen"], page.Texts(".vital dt"));
        var shown = front.World.DrivesOf("vault-01").ToList();
        Assert.Equal(shown.Count, page.QuerySelectorAll(".bay").Length);
        Assert.Equal(
            shown.Where(drive => drive.Status is "running" or "queued").Select(drive => $"/drives/{drive.Serial}").Order(StringComparer.Ordinal),
            page.QuerySelectorAll(".line a").Select(link => link.GetAttribute("href")!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task One_that_does_not_answer_says_what_to_do_and_shows_what_was_known()
    {
        var page = await front.Http.PageAsync("/nas/vault-03");

        Assert.Equal("Unreachable", page.Text(".drive__title .badge"));
        Assert.Contains("Check that it is on and reachable from here.", page.Text(".notice--bad"), StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll(".bay"));
    }

    [Fact]
    public async Task What_it_can_do_is_told_with_the_way_or_the_reason_why_not()
    {
        var world = Showroom.Open();
        world.Nases["vault-02"] = world.Nases["vault-02"] with
        {
            HostKey = "SHA256:abc",
            SudoRule = "burnin ALL=(root) NOPASSWD: /bin/sh -s",
            Capabilities =
            [
                new CapabilityView { What = "smart", By = "smartctl over SSH" },
                new CapabilityView { What = "io_validate", Note = "fio is not installed." },
            ],
        };
        await using var own = await FrontHost.StartAsync(world, dataOf: front);

        var page = await own.Http.PageAsync("/nas/vault-02");

        Assert.Equal(["SMART data", "Sampled I/O"], page.Texts(".capabilities tbody th"));
        Assert.Equal(["smartctl over SSH", "", "not here", "fio is not installed."], page.Texts(".capabilities td"));
        Assert.Equal("burnin ALL=(root) NOPASSWD: /bin/sh -s", page.QuerySelector("[data-copy-text]")!.GetAttribute("data-copy-text"));
        Assert.Contains("SHA256:abc", page.Texts("dl.kv dd"));
    }

    [Fact]
    public async Task One_that_needs_no_sudo_rule_shows_none() =>
        Assert.Empty((await front.Http.PageAsync("/nas/vault-01")).QuerySelectorAll("[aria-label='sudo rule']"));

    [Fact]
    public async Task One_that_nobody_added_is_a_page_that_leads_on() =>
        Assert.Equal("No such NAS", (await front.Http.PageAsync("/nas/none", HttpStatusCode.NotFound)).Text(".empty h2"));
}
