namespace Burnin.MockTrueNas.Tests.Rest;

public sealed class RestErrorTests
{
    [Theory]
    [InlineData("GET", "/nothing", 404)]
    [InlineData("GET", "/smart/test/results/sda", 404)]
    [InlineData("GET", "/disk/temperatures", 405)]
    [InlineData("POST", "/boot/get_disks", 405)]
    [InlineData("DELETE", "/disk", 405)]
    public async Task What_has_no_route_is_told_in_plain_text(string verb, string path, int status)
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);

        var answer = await box.RestAsync(verb, path);

        Assert.Equal((status, "text/plain"), (answer.Status, answer.ContentType));
    }

    [Fact]
    public async Task A_path_may_end_in_a_slash()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Core130);

        Assert.Equal(200, (await box.RestAsync("GET", "/boot/get_disks/")).Status);
    }

    [Fact]
    public async Task A_wrong_attribute_is_named_with_a_message_and_a_number()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Core130);

        var answer = await box.RestAsync("POST", "/smart/test/manual_test", """[{"identifier":"{serial}nobody","type":"SHORT"}]""");

        Assert.Equal(422, answer.Status);
        Assert.Equal(
            """{"disks.0.identifier":[{"message":"{serial}nobody is not valid. Please provide a valid disk identifier.","errno":22}]}""",
            answer.Json!.ToJsonString());
    }

    [Fact]
    public async Task A_refused_call_has_a_message_and_a_number()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2212);

        var answer = await box.RestAsync("POST", "/disk/smart_attributes", "\"nvme0n1\"");

        Assert.Equal((422, 14), (answer.Status, (int)answer.Json!["errno"]!));
        Assert.NotEmpty(answer.Message!);
    }

    [Theory]
    [InlineData(MockNasProfile.TrueNas2504, 500)]
    [InlineData(MockNasProfile.TrueNas2510, 422)]
    public async Task An_unknown_job_crashes_until_25_04(MockNasProfile profile, int status)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);

        Assert.Equal(status, (await box.RestAsync("POST", "/core/job_abort", "999")).Status);
    }

    [Theory]
    [MemberData(nameof(Profiles.WithoutRest), MemberType = typeof(Profiles))]
    public async Task REST_is_gone_since_26(MockNasProfile profile)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);

        Assert.Equal(404, (await box.RestAsync("GET", "/disk")).Status);
        Assert.Equal(404, (await box.RestAsync("GET", "")).Status);
    }

    [Theory]
    [MemberData(nameof(Profiles.WithRest), MemberType = typeof(Profiles))]
    public async Task Nothing_of_the_original_contract_is_there_but_the_disks(MockNasProfile profile)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);
        var disk = (await box.GetAsync("/disk"))![0]!.AsObject();

        Assert.False(disk.ContainsKey("temperature") || disk.ContainsKey("smart_health"));
        Assert.Equal(404, (await box.RestAsync("GET", $"/smart/test/results/{disk["name"]}")).Status);
    }
}
