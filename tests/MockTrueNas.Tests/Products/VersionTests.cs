namespace Burnin.MockTrueNas.Tests.Products;

public sealed class VersionTests
{
    [Theory]
    [InlineData(MockNasProfile.Core120, "TrueNAS-12.0-U8.1", "TrueNAS-12.0-U8.1", "CORE")]
    [InlineData(MockNasProfile.Core130, "TrueNAS-13.0-U6.8", "TrueNAS-13.0-U6.8", "CORE")]
    [InlineData(MockNasProfile.Core133, "TrueNAS-13.3-U1.2", "TrueNAS-13.3-U1.2", "CORE")]
    [InlineData(MockNasProfile.Scale2212, "TrueNAS-SCALE-22.12.4", "TrueNAS-SCALE-22.12.4", "SCALE")]
    [InlineData(MockNasProfile.Scale2310, "TrueNAS-SCALE-23.10.2", "TrueNAS-SCALE-23.10.2", "SCALE")]
    [InlineData(MockNasProfile.Scale2404, "TrueNAS-SCALE-24.04.2", "TrueNAS-SCALE-24.04.2", "SCALE")]
    [InlineData(MockNasProfile.Scale2410, "TrueNAS-SCALE-24.10.2", "TrueNAS-SCALE-24.10.2", "SCALE")]
    [InlineData(MockNasProfile.TrueNas2504, "TrueNAS-25.04.2", "25.04.2", "COMMUNITY_EDITION")]
    [InlineData(MockNasProfile.TrueNas2510, "TrueNAS-25.10.6", "25.10.6", "COMMUNITY_EDITION")]
    [InlineData(MockNasProfile.TrueNas260, "TrueNAS-26.0", "26.0", "COMMUNITY_EDITION")]
    public async Task P9_The_version_of_info_is_the_long_form_until_24_10_and_the_short_one_after(MockNasProfile profile, string version, string ofInfo, string type)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);
        var socket = await box.DdpAsync();

        Assert.Equal(version, (string?)(await socket.DdpAsync("system.version"))["result"]);
        Assert.Equal(ofInfo, (string?)(await socket.DdpAsync("system.info"))["result"]!["version"]);
        Assert.Equal(type, (string?)(await socket.DdpAsync("system.product_type"))["result"]);
    }

    [Theory]
    [InlineData(MockNasProfile.Core130, "version str, buildtime date, hostname str, physmem int, model str, cores int, loadavg [float], uptime str, uptime_seconds int, system_serial str, system_product str, system_product_version str, license null, boottime date, datetime date, birthday date, timezone str, system_manufacturer str, ecc_memory bool")]
    [InlineData(MockNasProfile.TrueNas2510, "version str, buildtime date, hostname str, physmem int, model str, cores int, physical_cores int, loadavg [float], uptime str, uptime_seconds int, system_serial str, system_product str, system_product_version str, license null, boottime date, datetime date, timezone str, system_manufacturer str, ecc_memory bool")]
    public async Task Info_has_the_fields_of_its_release(MockNasProfile profile, string fields)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);

        Assert.Equal($"{{{fields}}}", JsonShape.Of(await box.GetAsync("/system/info")));
    }

    [Theory]
    [MemberData(nameof(Profiles.Core), MemberType = typeof(Profiles))]
    public async Task CORE_has_no_short_version(MockNasProfile profile)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);

        Assert.Equal(404, (await box.RestAsync("GET", "/system/version_short")).Status);
    }

    [Theory]
    [MemberData(nameof(Profiles.WithoutSmart), MemberType = typeof(Profiles))]
    public async Task SMART_has_left_the_API_since_25_10(MockNasProfile profile)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);
        var socket = await box.JsonRpcAsync();

        foreach (var method in (string[])["smart.test.manual_test", "smart.test.results", "smart.test.query", "smart.test.abort", "disk.temperature", "disk.smart_attributes"])
        {
            Assert.Equal((method, -32601), (method, (int)(await socket.CallAsync(method))["error"]!["code"]!));
        }
    }

    [Theory]
    [MemberData(nameof(Profiles.WithSmart), MemberType = typeof(Profiles))]
    public async Task SMART_is_in_the_API_until_25_04(MockNasProfile profile)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);

        Assert.NotEmpty((await box.GetAsync("/smart/test/results"))!.AsArray());
        Assert.Single((await box.GetAsync("/smart/test"))!.AsArray());
    }

    [Theory]
    [InlineData(MockNasProfile.Core120, "get_encrypted,get_unused,smart_attributes,temperature,temperatures")]
    [InlineData(MockNasProfile.Core133, "get_encrypted,get_unused,smart_attributes,temperature,temperatures")]
    [InlineData(MockNasProfile.Scale2212, "get_unused,smart_attributes,temperature,temperature_agg,temperature_alerts,temperatures")]
    [InlineData(MockNasProfile.Scale2404, "get_unused,smart_attributes,temperature,temperature_agg,temperature_alerts,temperatures")]
    [InlineData(MockNasProfile.Scale2410, "details,get_unused,get_used,smart_attributes,temperature,temperature_agg,temperature_alerts,temperatures")]
    [InlineData(MockNasProfile.TrueNas2504, "details,get_unused,get_used,smart_attributes,temperature,temperature_agg,temperature_alerts,temperatures")]
    [InlineData(MockNasProfile.TrueNas2510, "details,get_used,temperature_agg,temperature_alerts,temperatures")]
    public async Task The_disk_service_has_the_methods_of_its_release(MockNasProfile profile, string methods)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);
        var paths = (await box.RestAsync("GET", ""))!.Json!["paths"]!.AsObject();

        Assert.Equal(
            methods,
            string.Join(',', paths.Select(path => path.Key).Where(path => path.StartsWith("/disk/", StringComparison.Ordinal)).Select(path => path["/disk/".Length..]).Where(path => path is not ("wipe" or "id/{id_}")).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("original", MockNasProfile.Original)]
    [InlineData("legacy-hobby", MockNasProfile.Original)]
    [InlineData("CORE-13.0-u6.8", MockNasProfile.Core130)]
    [InlineData("scale-24.10.2", MockNasProfile.Scale2410)]
    [InlineData("26.0", MockNasProfile.TrueNas260)]
    [InlineData("TrueNas2510", MockNasProfile.TrueNas2510)]
    public void A_profile_is_known_by_its_name(string name, MockNasProfile profile) =>
        Assert.Equal(profile, MockTrueNas.Products.ProfileNames.Find(name));

    [Fact]
    public void An_unknown_name_is_no_profile() => Assert.Null(MockTrueNas.Products.ProfileNames.Find("core-11"));
}
