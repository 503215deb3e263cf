using System.Net;
using Burnin.WebFront.Tests.Fakes;
using Burnin.WebFront.Tests.Host;

namespace Burnin.WebFront.Tests.Pages;

public sealed class NasFormTests(FrontFixture fixture) : IClassFixture<FrontFixture>
{
    private readonly FrontHost front = fixture.Front;

    [Fact]
    public async Task All_boxes_are_listed_with_how_they_are_doing_and_another_can_be_added()
    {
        var page = await front.Http.PageAsync("/nas");

        Assert.Contains(page.QuerySelectorAll("tbody tr"), row => row.TextContent.Contains("vault-03", StringComparison.Ordinal) && row.TextContent.Contains("Unreachable", StringComparison.Ordinal));
        Assert.NotNull(page.QuerySelector("a[href='/nas/vault-01']"));
        Assert.Equal("Add a NAS", page.Text("#nas-form h2"));
    }

    [Fact]
    public async Task The_form_of_a_box_shows_what_is_stored_and_no_secret()
    {
        front.World.Nases["able-01"] = Showroom.Nas("able-01", "rest", "https://10.0.20.21", 2) with { Url = "https://10.0.20.21", HasApiKey = true };

        var page = await front.Http.PageAsync("/nas/able-01/settings");

        Assert.Equal(("https://10.0.20.21", "rest"), (page.QuerySelector("#url")!.GetAttribute("value"), page.QuerySelector("#kind option[selected]")!.GetAttribute("value")));
        Assert.Equal(("set", null), (page.QuerySelector("#api_key")!.GetAttribute("placeholder"), page.QuerySelector("#api_key")!.GetAttribute("value")));
        Assert.Null(page.QuerySelector("#name"));
    }

    [Fact]
    public async Task A_box_that_is_paused_is_shown_so_and_can_be_resumed()
    {
        front.World.Nases["still-01"] = Showroom.Nas("still-01", "local", "this machine", 2) is var nas
            ? nas with { Paused = true, Status = nas.Status with { Health = "paused", Message = "Paused: it is not asked, and nothing new begins on it." } }
            : nas;

        var page = await front.Http.PageAsync("/nas/still-01");

        Assert.Equal(("Paused", "Resume"), (page.Text(".drive__title .badge"), page.Text("[data-pause=false]")));
    }

    [Fact]
    public async Task A_box_that_is_not_there_has_no_form() =>
        Assert.Equal("No such NAS", (await front.Http.PageAsync("/nas/nowhere/settings", HttpStatusCode.NotFound)).Text(".empty h2"));
}
