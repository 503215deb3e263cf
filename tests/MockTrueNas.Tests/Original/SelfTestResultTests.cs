using System.Net;
using System.Text.Json.Nodes;

namespace Burnin.MockTrueNas.Tests.Original;

public sealed class SelfTestResultTests
{
    [Fact]
    public async Task A_drive_never_tested_has_an_empty_log()
    {
        await using var nas = await NasUnderTest.StartAsync();

        Assert.Empty((await nas.GetAsync("api/v2.0/smart/test/results/sda")).AsArray());
    }

    [Fact]
    public async Task The_newest_test_comes_first()
    {
        await using var nas = await NasUnderTest.StartAsync();
        await nas.StartTestAsync("SHORT", "sda");
        nas.Pass(90);
        await nas.PostAsync("api/v2.0/core/job_abort", await nas.StartTestAsync("LONG", "sda"));
        await nas.StartTestAsync("LONG", "sda");
        nas.Pass(240);

        var log = (await nas.GetAsync("api/v2.0/smart/test/results/sda")).AsArray();

        Assert.Equal(
            [(1, "LONG", "RUNNING", 50), (2, "LONG", "ABORTED", 0), (3, "SHORT", "SUCCESS", 100)],
            log.Select(test => ((int)test!["num"]!, (string)test["type"]!, (string)test["status"]!, (int)test["percent"]!)));
    }

    [Fact]
    public async Task A_failed_test_names_the_sector_and_the_hour()
    {
        await using var nas = await NasUnderTest.StartAsync();
        await nas.StartTestAsync("LONG", "sdn");
        nas.Pass(145);

        var test = (await nas.GetAsync("api/v2.0/smart/test/results/sdn"))[0]!;

        Assert.Equal("FAILED", (string)test["status"]!);
        Assert.Equal("Completed: read failure", (string)test["status_verbose"]!);
        Assert.Equal(0.7, (double)test["remaining"]!);
        Assert.True(long.Parse((string)test["lba_of_first_error"]!, System.Globalization.CultureInfo.InvariantCulture) > 0);
        Assert.True((int)test["lifetime"]! > 0);
    }

    [Fact]
    public async Task A_running_test_has_all_fields_and_null_where_nothing_is_known_yet()
    {
        await using var nas = await NasUnderTest.StartAsync();
        await nas.StartTestAsync("SHORT", "sda");

        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""
                [{"num":1,"type":"SHORT","description":"Short offline","status":"RUNNING",
                  "status_verbose":"Self-test routine in progress","percent":0,"remaining":1,"lifetime":null,
                  "lba_of_first_error":null,"segment_number":null}]
                """),
            await nas.GetAsync("api/v2.0/smart/test/results/sda")));
    }

    [Fact]
    public async Task An_unknown_disk_has_no_log()
    {
        await using var nas = await NasUnderTest.StartAsync();

        using var answer = await nas.Client.GetAsync(
            new Uri("api/v2.0/smart/test/results/sdq", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
