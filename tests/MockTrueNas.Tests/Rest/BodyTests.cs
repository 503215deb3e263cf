namespace Burnin.MockTrueNas.Tests.Rest;

/// <summary>P3 and what surrounds it: how a body becomes the arguments of a method.</summary>
public sealed class BodyTests
{
    [Theory]
    [InlineData(MockNasProfile.Core130, "/disk/get_unused", "true", 200)]
    [InlineData(MockNasProfile.Core130, "/disk/get_unused", "false", 200)]
    [InlineData(MockNasProfile.Core130, "/disk/get_encrypted", """{"unused":true}""", 200)]
    [InlineData(MockNasProfile.Core130, "/disk/temperature", """{"name":"ada0","powermode":"NEVER"}""", 200)]
    [InlineData(MockNasProfile.Core130, "/disk/temperature", """{"name":"ada0"}""", 200)]
    [InlineData(MockNasProfile.Core130, "/disk/temperatures", """{"names":["ada0"],"powermode":"NEVER"}""", 200)]
    [InlineData(MockNasProfile.Scale2410, "/disk/temperatures", """{"names":["sda"],"options":{"cache":null}}""", 200)]
    [InlineData(MockNasProfile.Scale2410, "/disk/temperatures", """{"names":["sda"],"options":"NEVER"}""", 200)]
    [InlineData(MockNasProfile.Scale2410, "/disk/details", """{"type":"BOTH"}""", 200)]
    [InlineData(MockNasProfile.Scale2410, "/smart/test/abort", "\"sda\"", 200)]
    [InlineData(MockNasProfile.TrueNas2510, "/disk/temperatures", """{"name":["sda"],"include_thresholds":true}""", 200)]
    [InlineData(MockNasProfile.Core130, "/disk/smart_attributes", "\"ada0\"", 200)]
    [InlineData(MockNasProfile.Core130, "/disk/smart_attributes", """{"name":"ada0"}""", 422)]
    [InlineData(MockNasProfile.Core130, "/core/job_abort", """{"id":1}""", 422)]
    public async Task P3_One_argument_is_the_body_itself_and_several_are_an_object(MockNasProfile profile, string path, string body, int status)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);

        Assert.Equal(status, (await box.RestAsync("POST", path, body)).Status);
    }

    [Theory]
    [InlineData("""["ada0"]""", "Endpoint accepts multiple params, object/dict expected.")]
    [InlineData("""{"powermode":"NEVER"}""", "name attribute expected.")]
    [InlineData("""{"name":"ada0","mode":"NEVER"}""", "The following attributes are not expected: mode")]
    public async Task A_body_of_several_arguments_is_refused_in_the_words_of_the_product(string body, string message)
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Core130);

        var answer = await box.RestAsync("POST", "/disk/temperature", body);

        Assert.Equal((400, message), (answer.Status, answer.Message));
    }

    [Fact]
    public async Task P10_The_key_of_25_10_is_name_and_not_names()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas2510);

        var answer = await box.RestAsync("POST", "/disk/temperatures", """{"names":["sda"]}""");

        Assert.Equal((400, "The following attributes are not expected: names"), (answer.Status, answer.Message));
    }

    [Theory]
    [InlineData(MockNasProfile.Core130)]
    [InlineData(MockNasProfile.Scale2410)]
    public async Task What_is_no_JSON_is_malformed(MockNasProfile profile)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);

        var answer = await box.RestAsync("POST", "/disk/get_unused", "{");

        Assert.Equal(400, answer.Status);
        Assert.NotEmpty(answer.Message!);
    }

    [Fact]
    public async Task A_bare_list_of_filters_as_the_body_of_GET_is_refused()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Core130);

        var answer = await box.RestAsync("GET", "/core/get_jobs", """[["method","=","smart.test.wait"]]""");

        Assert.Equal((400, "Endpoint accepts multiple params, object/dict expected."), (answer.Status, answer.Message));
    }

    [Fact]
    public async Task The_body_of_GET_holds_filters_and_options()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Core130);

        var disks = await box.GetAsync("/disk", """{"query-filters":[["name","=","ada0"]],"query-options":{"extra":{"pools":true}}}""");

        Assert.Equal("boot-pool", (string?)Assert.Single(disks!.AsArray())!["pool"]);
    }

    [Fact]
    public async Task P4_Any_query_string_makes_the_body_ignored()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Core130);

        var disks = await box.GetAsync("/disk?name=ada0", """{"query-options":{"extra":{"pools":true}}}""");

        Assert.Null(Assert.Single(disks!.AsArray())!["pool"]);
    }

    [Fact]
    public async Task From_24_10_on_filters_and_options_have_short_names_too()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);

        Assert.Single((await box.GetAsync("/disk", """{"filters":[["name","=","sda"]],"options":{}}"""))!.AsArray());
    }
}
