using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Drives;

namespace Burnin.MockTrueNas.Tests.Disks;

/// <summary>Temperatures and how each release remembers them: traps T1 to T5.</summary>
public sealed class TemperatureTests
{
    [Theory]
    [InlineData(MockNasProfile.Core120, "/disk/temperatures", """{"names":["NAME"],"powermode":"NEVER"}""", "int")]
    [InlineData(MockNasProfile.Core130, "/disk/temperatures", """{"names":["NAME"]}""", "int")]
    [InlineData(MockNasProfile.Scale2212, "/disk/temperatures", """{"names":["NAME"],"options":{"cache":null}}""", "int")]
    [InlineData(MockNasProfile.TrueNas2504, "/disk/temperatures", """{"names":["NAME"],"options":{"cache":290,"only_cached":false,"powermode":"NEVER"}}""", "int")]
    [InlineData(MockNasProfile.TrueNas2510, "/disk/temperatures", """{"name":["NAME"]}""", "float")]
    [InlineData(MockNasProfile.TrueNas2510, "/disk/temperatures", """{"name":["NAME"],"include_thresholds":true}""", "[float]")]
    public async Task Many_are_asked_for_by_name_and_told_in_the_type_of_the_release(MockNasProfile profile, string path, string body, string type)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);
        var name = box.Free(DriveProtocol.Ata).Name;

        Assert.Equal($"{{{name} {type}}}", JsonShape.Of(await box.PostAsync(path, body.Replace("NAME", name, StringComparison.Ordinal))));
    }

    [Fact]
    public async Task With_thresholds_a_drive_tells_its_own_critical_one()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas260);
        var socket = await box.JsonRpcAsync();
        var drive = box.Free(DriveProtocol.Ata, "ST16000");
        await HeatAsync(box, drive.Name, 34);

        Assert.Equal($$"""{"{{drive.Name}}":[34.0,70.0],"nobody":null}""", Sorted(await socket.ResultAsync("disk.temperatures", $"[[\"{drive.Name}\",\"nobody\"],true]")));
    }

    [Fact]
    public async Task On_12_0_nothing_is_remembered()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Core120);

        await HeatAsync(box, "ada1", 41);
        Assert.Equal("""{"ada1":41}""", (await box.PostAsync("/disk/temperatures", """{"names":["ada1"]}"""))!.ToJsonString());
        await HeatAsync(box, "ada1", 42);
        Assert.Equal("""{"ada1":42}""", (await box.PostAsync("/disk/temperatures", """{"names":["ada1"]}"""))!.ToJsonString());
    }

    [Theory]
    [InlineData(MockNasProfile.Core130)]
    [InlineData(MockNasProfile.Core133)]
    public async Task T1_On_13_whoever_asks_first_decides_for_five_minutes_what_all_get(MockNasProfile profile)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);
        await HeatAsync(box, "ada1", 41);
        await HeatAsync(box, "ada2", 42);
        await box.PostAsync("/disk/temperatures", """{"names":["ada1"]}""");
        await HeatAsync(box, "ada1", 50);

        Assert.Equal("""{"ada1":41}""", (await box.PostAsync("/disk/temperatures", """{"names":["ada2"]}"""))!.ToJsonString());
        Assert.Equal("42", (await box.PostAsync("/disk/temperature", """{"name":"ada2","powermode":"NEVER"}"""))!.ToJsonString());

        box.Pass(TimeSpan.FromSeconds(301));
        Assert.Equal("""{"ada2":42}""", (await box.PostAsync("/disk/temperatures", """{"names":["ada2"]}"""))!.ToJsonString());
    }

    [Theory]
    [InlineData(MockNasProfile.Scale2212)]
    [InlineData(MockNasProfile.Scale2410)]
    [InlineData(MockNasProfile.TrueNas2504)]
    public async Task From_22_12_on_a_value_is_as_old_as_the_caller_takes_it(MockNasProfile profile)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);
        await HeatAsync(box, "sdc", 41);
        await box.PostAsync("/disk/temperatures", """{"names":["sdc"],"options":{}}""");
        await HeatAsync(box, "sdc", 50);

        Assert.Equal("41", await OneAsync(box, """{"name":"sdc","options":{"cache":290}}"""));
        Assert.Equal("""{"sdc":41}""", (await box.PostAsync("/disk/temperatures", """{"names":["sdc"],"options":{"only_cached":true}}"""))!.ToJsonString());
        Assert.Equal("""{"sdc":41}""", (await box.PostAsync("/disk/temperatures", """{"names":["sdc"]}"""))!.ToJsonString());
        Assert.Equal("50", await OneAsync(box, """{"name":"sdc"}"""));
        Assert.Equal("""{"sdc":50}""", (await box.PostAsync("/disk/temperatures", """{"names":["sdc"],"options":{"cache":null}}"""))!.ToJsonString());
    }

    [Theory]
    [InlineData(MockNasProfile.TrueNas2510)]
    [InlineData(MockNasProfile.TrueNas260)]
    public async Task T2_From_25_10_on_each_drive_is_asked_once_in_five_minutes_whoever_asks(MockNasProfile profile)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);
        var socket = await box.JsonRpcAsync();
        await HeatAsync(box, "sdc", 41);
        await socket.ResultAsync("disk.temperatures", """[["sdd"]]""");
        await HeatAsync(box, "sdc", 50);

        Assert.Equal("""{"sdc":41.0}""", (await socket.ResultAsync("disk.temperatures", """[["sdc"]]"""))!.ToJsonString());
        box.Pass(TimeSpan.FromSeconds(59));
        await socket.ResultAsync("core.ping");
        box.Nas.Faults = box.Nas.Faults with { IdleSeconds = 3600 };
        box.Pass(TimeSpan.FromSeconds(242));
        Assert.Equal("""{"sdc":50.0}""", (await socket.ResultAsync("disk.temperatures", """[["sdc"]]"""))!.ToJsonString());
    }

    [Fact]
    public async Task T2_What_the_kernel_has_no_sensor_for_is_null_since_25_10_and_was_not_before()
    {
        await using var before = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas2504);
        await using var after = await BoxUnderTest.StartAsync(MockNasProfile.TrueNas2510);
        var usb = before.Of(DriveCase.Usb).Name;

        Assert.Equal("int", JsonShape.Of((await before.PostAsync("/disk/temperatures", $$"""{"names":["{{usb}}"]}"""))![usb]));
        Assert.Null((await after.PostAsync("/disk/temperatures", $$"""{"name":["{{usb}}"]}"""))![usb]);
    }

    [Theory]
    [MemberData(nameof(Profiles.WithSmart), MemberType = typeof(Profiles))]
    public async Task T3_A_drive_without_a_sensor_is_null_and_so_is_one_that_sleeps(MockNasProfile profile)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);
        var drive = box.Free(DriveProtocol.Ata).Name;
        await box.DebugAsync("POST", $"/drives/{drive}/sleep", "{}");
        var mode = box.IsCore ? "\"powermode\":\"STANDBY\"" : "\"options\":{\"powermode\":\"STANDBY\"}";

        Assert.Null(await box.PostAsync("/disk/temperature", $$"""{"name":"{{box.Of(DriveCase.Sensorless).Name}}"}"""));
        Assert.Null(await box.PostAsync("/disk/temperature", $$"""{"name":"{{drive}}",{{mode}}}"""));
        Assert.NotNull(await box.PostAsync("/disk/temperature", $$"""{"name":"{{drive}}"}"""));
    }

    [Theory]
    [InlineData(MockNasProfile.Core120)]
    [InlineData(MockNasProfile.TrueNas2504)]
    public async Task T5_A_drive_that_is_not_monitored_is_left_out_of_the_empty_list(MockNasProfile profile)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);

        var all = (await box.PostAsync("/disk/temperatures", """{"names":[]}"""))!.AsObject();

        Assert.False(all.ContainsKey(box.Of(DriveCase.NotMonitored).Name));
        Assert.True(all.ContainsKey(box.Free(DriveProtocol.Nvme).Name));
    }

    [Theory]
    [InlineData(MockNasProfile.Scale2212, "{min int, max int, avg float}")]
    [InlineData(MockNasProfile.Scale2310, "{min null, max null, avg null}")]
    [InlineData(MockNasProfile.TrueNas2504, "{min null, max null, avg null}")]
    [InlineData(MockNasProfile.TrueNas2510, "{min int, max int, avg float}")]
    public async Task T4_From_23_10_to_25_04_the_history_is_of_days_to_come(MockNasProfile profile, string shape)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);
        box.Pass(TimeSpan.FromHours(9));

        var history = (await box.PostAsync("/disk/temperature_agg", """{"names":["sdc"],"days":7}"""))!["sdc"]!;

        Assert.Equal(shape, JsonShape.Of(history).Replace("avg int", "avg float", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(MockNasProfile.Scale2410, "SMART")]
    [InlineData(MockNasProfile.TrueNas2510, "DiskTemperatureTooHot")]
    public async Task A_drive_that_is_too_hot_makes_an_alert(MockNasProfile profile, string klass)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);
        var drive = box.Free(DriveProtocol.Ata);
        await HeatAsync(box, drive.Name, 75);

        Assert.Equal(klass, (string?)Assert.Single((await box.PostAsync("/disk/temperature_alerts", $"[\"{drive.Name}\",\"sdd\"]"))!.AsArray())!["klass"]);
    }

    [Fact]
    public async Task A_drive_warms_up_while_it_is_tested_and_cools_down_after()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);
        await using var idle = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);
        var drive = box.Free(DriveProtocol.Sas);
        await box.PostAsync("/smart/test/manual_test", $$"""[{"identifier":"{{drive.Identifier}}","type":"LONG"}]""");

        box.Pass(TimeSpan.FromMinutes(20));
        idle.Pass(TimeSpan.FromMinutes(20));
        Assert.Equal(6, await WarmerAsync());

        await box.PostAsync("/smart/test/abort", $"\"{drive.Name}\"");
        box.Pass(TimeSpan.FromMinutes(20));
        idle.Pass(TimeSpan.FromMinutes(20));
        Assert.Equal(0, await WarmerAsync());

        async Task<int> WarmerAsync() => int.Parse(await OneAsync(box, $$"""{"name":"{{drive.Name}}"}"""), System.Globalization.CultureInfo.InvariantCulture)
            - int.Parse(await OneAsync(idle, $$"""{"name":"{{drive.Name}}"}"""), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static Task HeatAsync(BoxUnderTest box, string name, int celsius) => box.DebugAsync("POST", $"/drives/{name}/temperature", $$"""{"celsius":{{celsius}}}""");

    private static async Task<string> OneAsync(BoxUnderTest box, string body) => (await box.PostAsync("/disk/temperature", body))!.ToJsonString();

    private static string Sorted(JsonNode? map) => new JsonObject(map!.AsObject().OrderBy(pair => pair.Key == "nobody").Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone()))).ToJsonString();
}
