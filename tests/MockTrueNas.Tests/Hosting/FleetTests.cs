using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;

namespace Burnin.MockTrueNas.Tests.Hosting;

public sealed class FleetTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Boxes_of_all_products_live_side_by_side_and_share_no_drive()
    {
        await using var fleet = await MockFleet.StartAsync(new MockFleetOptions { Boxes = 12, DrivesPerBox = 12, ThrowsOnViolation = false }, new WatchedTime(), Cancelled);
        var serials = fleet.Boxes.SelectMany(box => box.Drives).Select(drive => drive.Serial).ToList();

        Assert.Equal(144, serials.Distinct().Count());
        Assert.Equal(10, fleet.Boxes.Select(box => box.Options.Profile).Distinct().Count());
        Assert.Equal(24, fleet.Boxes.SelectMany(box => new[] { box.BaseUrl.Port, box.SecureUrl.Port }).Distinct().Count());

        foreach (var box in fleet.Boxes.Where(box => box.Options.Profile is not MockNasProfile.TrueNas260))
        {
            Assert.Equal(box.Drives[3].Serial, await SerialAsync(box, box.Drives[3].Name));
        }
    }

    [Fact]
    public async Task A_fleet_has_boxes_of_the_originals_where_it_is_told_to()
    {
        await using var fleet = await MockFleet.StartAsync(
            new MockFleetOptions { Boxes = 2, Profiles = [MockNasProfile.Original, MockNasProfile.Core130], ThrowsOnViolation = false }, new WatchedTime(), Cancelled);

        Assert.Equal(["nas-001", "nas-002"], fleet.Boxes.Select(box => box.Options.Name));
        using var client = new HttpClient { BaseAddress = fleet.Boxes[0].BaseUrl };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", fleet.Boxes[0].ApiKey);
        Assert.Equal(15, JsonNode.Parse(await client.GetStringAsync("api/v2.0/disk", Cancelled))!.AsArray().Count);
    }

    [Fact]
    public async Task One_box_that_misbehaves_leaves_the_others_alone()
    {
        await using var fleet = await MockFleet.StartAsync(new MockFleetOptions { Boxes = 3, Profiles = [MockNasProfile.Scale2410], ThrowsOnViolation = false }, new WatchedTime(), Cancelled);

        fleet.Boxes[1].Faults = new Burnin.MockTrueNas.Faults.BoxFaults { Status = 502 };

        Assert.Equal(fleet.Boxes[0].Drives[0].Serial, await SerialAsync(fleet.Boxes[0], "sda"));
        await Assert.ThrowsAsync<HttpRequestException>(() => SerialAsync(fleet.Boxes[1], "sda"));
        Assert.Equal(fleet.Boxes[2].Drives[0].Serial, await SerialAsync(fleet.Boxes[2], "sda"));
    }

    [Fact]
    public async Task A_fleet_that_was_violated_throws_when_it_is_disposed_of()
    {
        var fleet = await MockFleet.StartAsync(new MockFleetOptions { Boxes = 2, Profiles = [MockNasProfile.Scale2410] }, new WatchedTime(), Cancelled);
        await SerialAsync(fleet.Boxes[1], "sda");

        await Assert.ThrowsAsync<Burnin.MockTrueNas.Violations.MockNasViolatedException>(async () => await fleet.DisposeAsync());
    }

    [Fact]
    public void A_hundred_boxes_are_a_matter_of_two_settings()
    {
        var options = StandaloneFleet.Read(Configuration(("MockTrueNas:Boxes", "100"), ("MockTrueNas:DrivesPerBox", "60"), ("MockTrueNas:Profiles", "core-13.0-U6.8, 25.10.6"), ("MockTrueNas:SpeedUp", "10")))!;

        Assert.Equal((100, 60, 10.0, 8100), (options.Boxes, options.DrivesPerBox, options.SpeedUp, options.BasePort));
        Assert.Equal([MockNasProfile.Core130, MockNasProfile.TrueNas2510], options.Profiles);
    }

    [Theory]
    [InlineData("MockTrueNas:Profile", "scale-24.10.2")]
    [InlineData("Mock:Profile", "26.0")]
    [InlineData("MOCK_PROFILE", "core-12.0-U8.1")]
    public void One_box_of_a_real_product_is_a_fleet_of_one(string key, string profile) =>
        Assert.Equal(1, StandaloneFleet.Read(Configuration((key, profile)))!.Boxes);

    [Theory]
    [InlineData("MOCK_PROFILE", "original")]
    [InlineData("MOCK_SPEED_UP", "5")]
    public void Without_the_wish_for_one_there_is_the_originals(string key, string value) =>
        Assert.Null(StandaloneFleet.Read(Configuration((key, value))));

    [Fact]
    public void A_profile_that_does_not_exist_is_named_in_the_refusal_with_those_that_do()
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => StandaloneFleet.Read(Configuration(("MOCK_PROFILE", "core-11.3"))));

        Assert.Contains("core-11.3", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("core-13.0-U6.8", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void There_is_no_fleet_of_none(int boxes) => Assert.Throws<ArgumentOutOfRangeException>(() => new MockFleetOptions { Boxes = boxes });

    private static async Task<string?> SerialAsync(MockNas box, string name)
    {
        using var client = BoxUnderTest.Client(box, box.BaseUrl);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", box.ApiKey);
        using var answer = await client.GetAsync($"api/v2.0/disk?name={name}", Cancelled);
        Assert.NotEqual(HttpStatusCode.Unauthorized, answer.StatusCode);

        return (string?)JsonNode.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(Cancelled))![0]!["serial"];
    }

    private static IConfiguration Configuration(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Key, setting.Value))).Build();
}
