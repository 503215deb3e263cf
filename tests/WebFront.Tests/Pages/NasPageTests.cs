using System.Net;
using Burnin.Grains.Interfaces.Nases;
using Burnin.WebFront.Tests.Fakes;
using Burnin.WebFront.Tests.Host;

namespace Burnin.WebFront.Tests.Pages;

public sealed class NasPageTests(FrontFixture fixture) : IClassFixture<FrontFixture>
{
    private readonly FrontHost front = fixture.Front;

    [Fact]
    public async Task All_boxes_are_listed_with_how_they_are_doing()
    {
        var page = await front.Http.PageAsync("/nas");

        Assert.Contains(page.QuerySelectorAll("tbody tr"), row => row.TextContent.Contains("vault-03", StringComparison.Ordinal) && row.TextContent.Contains("Does not answer", StringComparison.Ordinal));
        Assert.NotNull(page.QuerySelector("a[href='/nas/vault-01']"));
        Assert.Equal("Add a NAS", page.Text("#nas-form h2"));
    }

    [Fact]
    public async Task A_box_says_what_works_by_which_way_and_why_not()
    {
        front.World.Nases["able-01"] = Showroom.Nas("able-01", "rest", "https://10.0.20.21", 2, "TrueNAS 25.10.6") with
        {
            Url = "https://10.0.20.21",
            HasApiKey = true,
            Capabilities =
            [
                new CapabilityView { What = "inventory", By = "rest" },
                new CapabilityView { What = "short_smart", Note = "SMART left the API with 25.10; set up SSH" },
            ],
        };

        var page = await front.Http.PageAsync("/nas/able-01");

        Assert.Equal(["List of disks", "Short self-test"], page.QuerySelectorAll(".able b").Select(what => what.TextContent));
        Assert.Equal(["rest", "not here"], page.QuerySelectorAll(".able .mono").Select(by => by.TextContent));
        Assert.Equal("SMART left the API with 25.10; set up SSH", page.Text(".able--not .able__note"));
        Assert.Equal(("https://10.0.20.21", "set", null), (
            page.QuerySelector("#url")!.GetAttribute("value"), page.QuerySelector("#api_key")!.GetAttribute("placeholder"), page.QuerySelector("#api_key")!.GetAttribute("value")));
    }

    [Fact]
    public async Task A_box_in_trouble_says_what_to_do() =>
        Assert.Contains("Check that it is on", (await front.Http.PageAsync("/nas/vault-03")).Text("main > .notice"), StringComparison.Ordinal);

    [Fact]
    public async Task A_box_that_is_not_there_is_said_so() =>
        Assert.Equal("No such NAS", (await front.Http.PageAsync("/nas/nowhere", HttpStatusCode.NotFound)).Text(".empty h2"));
}
