using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Drives;

namespace Burnin.MockTrueNas.Tests.Rest;

public sealed class QueryTests
{
    [Theory]
    [InlineData("?name=sda", 1)]
    [InlineData("?name__eq=sda", 1)]
    [InlineData("?name__neq=sda&name__in=sda", 0)]
    [InlineData("?type=SSD&bus=ATA&limit=2", 2)]
    [InlineData("?size__gt=16000900661247&size__lte=16000900661248&limit=3", 3)]
    [InlineData("?name__regex=^sd[ab]$", 2)]
    [InlineData("?name__^=nvme&limit=1", 1)]
    [InlineData("?rotationrate=null&limit=1", 1)]
    [InlineData("?togglesmart=false", 1)]
    public async Task The_query_string_filters(string query, int count)
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);

        Assert.Equal(count, (await box.GetAsync($"/disk{query}"))!.AsArray().Count);
    }

    [Fact]
    public async Task A_serial_of_digits_filters_as_a_number_and_misses()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);
        var reader = box.Of(DriveCase.UnknownRotation);

        Assert.All(reader.Serial, digit => Assert.True(char.IsAsciiDigit(digit)));
        Assert.Empty((await box.GetAsync($"/disk?serial={reader.Serial}"))!.AsArray());
        Assert.Single((await box.GetAsync($"/disk?name={reader.Name}"))!.AsArray());
    }

    [Fact]
    public async Task It_sorts_skips_and_counts()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);
        var names = Names(await box.GetAsync("/disk?sort=-size,name&limit=2"));

        Assert.Equal(names[1..], Names(await box.GetAsync("/disk?sort=-size,name&offset=1&limit=1")));
        Assert.Equal((await box.GetAsync("/disk"))!.AsArray().Count, (int)(await box.GetAsync("/disk?count=true"))!);
    }

    [Theory]
    [InlineData(MockNasProfile.Scale2212)]
    [InlineData(MockNasProfile.TrueNas2510)]
    public async Task Extra_options_stand_in_the_query_string_of_SCALE(MockNasProfile profile)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);

        Assert.Equal("boot-pool", (string?)(await box.GetAsync("/disk?extra.pools=true&name=sda"))![0]!["pool"]);
    }

    [Fact]
    public async Task P4_On_CORE_an_extra_option_is_a_filter_that_nothing_meets()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Core133);

        Assert.Empty((await box.GetAsync("/disk?extra.pools=true"))!.AsArray());
    }

    [Theory]
    [InlineData("""[["OR",[["name","=","sda"],["name","=","sdb"]]]]""", 2)]
    [InlineData("""[["OR",[[["name","=","sda"],["type","=","HDD"]],["name","=","sdb"]]]]""", 1)]
    [InlineData("""[["name","in",["sda","sdb","sdzz"]]]""", 2)]
    [InlineData("""[["enclosure.slot","=",1],["name","=","sda"]]""", 1)]
    [InlineData("""[["identifier","$","nothing"]]""", 0)]
    public async Task Filters_have_branches_and_paths(string filters, int count)
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);

        Assert.Equal(count, (await box.GetAsync("/disk", $$$"""{"query-filters":{{{filters}}},"query-options":{}}"""))!.AsArray().Count);
    }

    [Fact]
    public async Task Options_get_one_and_select_fields()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Core130);

        Assert.Equal(
            """{"name":"ada0","subsystem":"ada"}""",
            (await box.GetAsync("/disk", """{"query-filters":[["name","=","ada0"]],"query-options":{"get":true,"select":["name","subsystem"]}}"""))!.ToJsonString());
        Assert.Equal(404, (await box.RestAsync("GET", "/disk", """{"query-filters":[["name","=","nobody"]],"query-options":{"get":true}}""")).Status);
    }

    [Fact]
    public async Task One_row_is_had_by_its_id()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);
        var drive = box.Nas.Drives[2];

        Assert.Equal(drive.Name, (string?)(await box.GetAsync($"/disk/id/{Uri.EscapeDataString(drive.Identifier)}"))!["name"]);
        Assert.Equal(404, (await box.RestAsync("GET", "/disk/id/nobody")).Status);
    }

    [Theory]
    [InlineData(MockNasProfile.TrueNas2504, 200)]
    [InlineData(MockNasProfile.TrueNas2510, 422)]
    public async Task From_25_10_on_nobody_may_ask_for_more_than_ten_thousand_rows(MockNasProfile profile, int status)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);

        Assert.Equal(status, (await box.RestAsync("GET", "/disk?limit=10001")).Status);
    }

    [Fact]
    public async Task An_operator_that_does_not_exist_crashes()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Core130);

        var answer = await box.RestAsync("GET", "/disk?name__like=ada0");

        Assert.Equal(500, answer.Status);
        Assert.Equal(["message", "traceback"], JsonShape.Fields(answer.Json));
    }

    private static List<string> Names(JsonNode? disks) => [.. disks!.AsArray().Select(disk => (string)disk!["name"]!)];
}
