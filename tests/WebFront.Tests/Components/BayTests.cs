using Bunit;
using Burnin.Grains.Interfaces.Drives;
using Burnin.WebFront.Pages.Nases;
using Burnin.WebFront.Tests.Fakes;

namespace Burnin.WebFront.Tests.Components;

public sealed class BayTests : BunitContext
{
    private static readonly DriveView Idle = Showroom.Open().Drives["d-idle-1"];

    [Fact]
    public void A_bay_leads_to_its_drive_and_says_device_state_and_heat()
    {
        var bay = Render<Bay>(of => of.Add(each => each.Drive, Idle));

        Assert.Equal("/drives/VRG4T0LK", bay.Find("a").GetAttribute("href"));
        Assert.Equal("sda", bay.Find(".bay__top b").TextContent);
        Assert.Contains("Idle", bay.Find(".bay__status").TextContent, StringComparison.Ordinal);
        Assert.Contains("33", bay.Find(".bay__heat").TextContent, StringComparison.Ordinal);
        Assert.Empty(bay.FindAll(".meter"));
    }

    [Theory]
    [InlineData("warn", "up")]
    [InlineData("hot", "flame")]
    public void Heat_is_a_mark_and_not_a_colour_alone(string heat, string icon)
    {
        var bay = Render<Bay>(of => of.Add(each => each.Drive, Idle with { TemperatureC = 56 }).Add(each => each.Heat, heat));

        Assert.Contains($"bay--{heat}", bay.Find("a").ClassName, StringComparison.Ordinal);
        Assert.EndsWith($"#{icon}", bay.Find(".bay__heat use").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void One_without_a_sensor_claims_no_heat() =>
        Assert.Equal("–", Render<Bay>(of => of.Add(each => each.Drive, Idle with { TemperatureC = null })).Find(".bay__heat").TextContent.Trim());
}
