using System.Net.Http.Headers;
using System.Text;

namespace Burnin.MockTrueNas.Tests.Rest;

public sealed class RestLoginTests
{
    [Theory]
    [InlineData(MockNasProfile.Core120, "", "")]
    [InlineData(MockNasProfile.Core133, "", "")]
    [InlineData(MockNasProfile.Scale2310, "401: Unauthorized", "401: Unauthorized")]
    [InlineData(MockNasProfile.Scale2410, "401: Unauthorized", "Invalid API key")]
    [InlineData(MockNasProfile.TrueNas2510, "401: Unauthorized", "Invalid API key")]
    public async Task Without_a_good_key_it_is_401_in_the_words_of_the_release(MockNasProfile profile, string without, string wrong)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);

        var nobody = await box.RestAsAsync(null, "GET", "/disk");
        var stranger = await box.RestAsAsync(new AuthenticationHeaderValue("Bearer", "1-wrong"), "GET", "/disk");

        Assert.Equal((401, without), (nobody.Status, nobody.Text));
        Assert.Equal((401, wrong), (stranger.Status, stranger.Text));
    }

    [Theory]
    [InlineData(MockNasProfile.Core130, "root", 200)]
    [InlineData(MockNasProfile.Core130, "burnin", 401)]
    [InlineData(MockNasProfile.Scale2410, "root", 200)]
    [InlineData(MockNasProfile.Scale2410, "burnin", 200)]
    public async Task Basic_authentication_is_for_root_on_CORE_and_for_any_administrator_after(MockNasProfile profile, string user, int status)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);

        Assert.Equal(status, (await box.RestAsAsync(Basic(user, "mock-password"), "GET", "/disk")).Status);
        Assert.Equal(401, (await box.RestAsAsync(Basic(user, "wrong"), "GET", "/disk")).Status);
    }

    [Fact]
    public async Task A_second_factor_shuts_the_door_for_passwords()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Core130);
        box.Nas.Faults = box.Nas.Faults with { SecondFactor = true };

        var answer = await box.RestAsAsync(Basic("root", "mock-password"), "GET", "/disk");

        Assert.Equal((401, "HTTP Basic Auth is unavailable when OTP is enabled"), (answer.Status, answer.Text));
        Assert.Equal(200, (await box.RestAsync("GET", "/disk")).Status);
    }

    [Theory]
    [InlineData(MockNasProfile.Scale2212, "GET", "/disk", 200)]
    [InlineData(MockNasProfile.Scale2212, "GET", "/boot/get_disks", 403)]
    [InlineData(MockNasProfile.Scale2212, "POST", "/disk/temperatures", 403)]
    [InlineData(MockNasProfile.TrueNas2504, "GET", "/disk", 200)]
    [InlineData(MockNasProfile.TrueNas2504, "GET", "/boot/get_disks", 200)]
    [InlineData(MockNasProfile.TrueNas2504, "POST", "/disk/temperatures", 403)]
    [InlineData(MockNasProfile.TrueNas2504, "GET", "/pool", 403)]
    [InlineData(MockNasProfile.TrueNas2504, "GET", "/system/version", 200)]
    public async Task A_key_that_may_not_gets_403_by_its_list_or_by_its_users_roles(MockNasProfile profile, string verb, string path, int status)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);

        Assert.Equal(status, (await box.RestAsAsync(new AuthenticationHeaderValue("Bearer", box.KeyOf("viewer")), verb, path, verb == "POST" ? """{"names":["sda"]}""" : null)).Status);
    }

    [Fact]
    public async Task A3_On_25_04_a_reader_sees_results_and_starts_nothing()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas2504);
        var reader = new AuthenticationHeaderValue("Bearer", box.KeyOf("reader"));

        Assert.Equal(200, (await box.RestAsAsync(reader, "GET", "/smart/test/results")).Status);
        Assert.Equal(403, (await box.RestAsAsync(reader, "POST", "/smart/test/manual_test", "[]")).Status);
    }

    [Theory]
    [InlineData(MockNasProfile.Core130, 200)]
    [InlineData(MockNasProfile.Scale2404, 200)]
    [InlineData(MockNasProfile.Scale2410, 401)]
    public async Task Until_24_04_anybody_may_ask_for_the_type_of_the_product(MockNasProfile profile, int status)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);

        Assert.Equal(status, (await box.RestAsAsync(null, "GET", "/system/product_type")).Status);
    }

    [Theory]
    [InlineData(MockNasProfile.TrueNas2504)]
    [InlineData(MockNasProfile.TrueNas2510)]
    public async Task A_key_that_has_expired_opens_nothing(MockNasProfile profile)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);

        Assert.Equal(401, (await box.RestAsAsync(new AuthenticationHeaderValue("Bearer", box.KeyOf("former")), "GET", "/disk")).Status);
    }

    private static AuthenticationHeaderValue Basic(string user, string password) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));
}
