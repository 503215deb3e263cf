using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Burnin.MockTrueNas.Tests.Original;

public sealed class SelfTestStartTests
{
    [Fact]
    public async Task Each_test_gets_the_next_job_number()
    {
        await using var nas = await NasUnderTest.StartAsync();

        Assert.Equal(1, await nas.StartTestAsync("SHORT", "sda"));
        Assert.Equal(2, await nas.StartTestAsync("LONG", "sdb"));
    }

    [Fact]
    public async Task A_job_repeats_the_arguments_it_was_started_with()
    {
        await using var nas = await NasUnderTest.StartAsync();
        var job = await nas.JobAsync(await nas.StartTestAsync("LONG", "sdb"));

        Assert.Equal("smart.test", (string)job["method"]!);
        Assert.Equal("""[{"disks":["sdb"],"type":"LONG"}]""", job["arguments"]!.ToJsonString());
    }

    [Theory]
    [InlineData("""{"disks":["sdq"],"type":"SHORT"}""", "smart_test_create.disks.0")]
    [InlineData("""{"disks":["sda","sdq"],"type":"SHORT"}""", "smart_test_create.disks.1")]
    [InlineData("""{"disks":["sda"],"type":"CONVEYANCE"}""", "smart_test_create.type")]
    [InlineData("""{"disks":["sda"],"type":"short"}""", "smart_test_create.type")]
    [InlineData("""{"disks":[],"type":"SHORT"}""", "smart_test_create.disks")]
    [InlineData("""{"type":"SHORT"}""", "smart_test_create.disks")]
    public async Task A_wrong_attribute_is_refused_by_name_and_starts_nothing(string body, string attribute)
    {
        await using var nas = await NasUnderTest.StartAsync();

        using var answer = await nas.SendAsync("api/v2.0/smart/test", JsonNode.Parse(body));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(22, (int)(await ErrorAsync(answer))[attribute]![0]!["errno"]!);
        Assert.Empty((await nas.GetAsync("api/v2.0/core/get_jobs")).AsArray());
    }

    [Fact]
    public async Task A_drive_under_test_takes_no_second_test_until_the_first_has_ended()
    {
        await using var nas = await NasUnderTest.StartAsync();
        await nas.StartTestAsync("SHORT", "sda");

        using var answer = await nas.TryStartTestAsync("LONG", "sda");
        nas.Pass(90);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(16, (int)(await ErrorAsync(answer))["errno"]!);
        Assert.Equal(2, await nas.StartTestAsync("LONG", "sda"));
    }

    [Fact]
    public async Task A_job_over_several_drives_fails_when_one_of_them_does_but_not_before_the_last_has_ended()
    {
        await using var nas = await NasUnderTest.StartAsync();
        var id = await nas.StartTestAsync("SHORT", "sda", "sdn");

        nas.Pass(60);
        Assert.Equal("RUNNING", (string)(await nas.JobAsync(id))["state"]!);

        nas.Pass(30);
        Assert.Equal("FAILED", (string)(await nas.JobAsync(id))["state"]!);
    }

    private static async Task<JsonNode> ErrorAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!;
}
