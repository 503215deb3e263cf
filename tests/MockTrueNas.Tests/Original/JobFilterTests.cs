using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace Burnin.MockTrueNas.Tests.Original;

/// <summary>Asks a NAS with three jobs: 1 aborted, 2 failed, 3 running.</summary>
public sealed class JobFilterTests
{
    private const string Jobs = "api/v2.0/core/get_jobs";

    [Theory]
    [InlineData("""[["method","=","smart.test"]]""", new[] { 1, 2, 3 })]
    [InlineData("""[["method","=","pool.scrub"]]""", new int[0])]
    [InlineData("""[["method","=","smart.test"],["state","=","RUNNING"]]""", new[] { 3 })]
    [InlineData("""[["state","!=","RUNNING"]]""", new[] { 1, 2 })]
    [InlineData("""[["state","in",["FAILED","ABORTED"]]]""", new[] { 1, 2 })]
    [InlineData("""[["state","nin",["FAILED","ABORTED"]]]""", new[] { 3 })]
    [InlineData("""[["id","=",2]]""", new[] { 2 })]
    [InlineData("""[["id",">",1]]""", new[] { 2, 3 })]
    [InlineData("""[["id",">=",3]]""", new[] { 3 })]
    [InlineData("""[["id","<",2]]""", new[] { 1 })]
    [InlineData("""[["id","<=",2]]""", new[] { 1, 2 })]
    [InlineData("""[["time_finished","=",null]]""", new[] { 3 })]
    [InlineData("[]", new[] { 1, 2, 3 })]
    public async Task Filters_are_taken_from_either_query_key_and_from_the_body(string filters, int[] expected)
    {
        await using var nas = await NasWithJobsAsync();

        Assert.Equal(expected, Ids(await nas.GetAsync($"{Jobs}?filters={Uri.EscapeDataString(filters)}")));
        Assert.Equal(expected, Ids(await nas.GetAsync($"{Jobs}?query-filters={Uri.EscapeDataString(filters)}")));
        Assert.Equal(expected, Ids(await GetWithBodyAsync(nas, filters)));
        Assert.Equal(expected, Ids(await GetWithBodyAsync(nas, $$$"""{"query-filters":{{{filters}}},"query-options":{}}""")));
    }

    [Theory]
    [InlineData("[[")]
    [InlineData("5")]
    [InlineData("""["method","=","smart.test"]""")]
    [InlineData("""[["method","~~","smart.test"]]""")]
    [InlineData("""[["method","="]]""")]
    [InlineData("[[1,2,3]]")]
    public async Task What_is_no_filter_is_a_bad_request(string filters)
    {
        await using var nas = await NasUnderTest.StartAsync();

        using var answer = await nas.Client.GetAsync(
            new Uri($"{Jobs}?filters={Uri.EscapeDataString(filters)}", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static async Task<NasUnderTest> NasWithJobsAsync()
    {
        var nas = await NasUnderTest.StartAsync();
        await nas.PostAsync("api/v2.0/core/job_abort", await nas.StartTestAsync("LONG", "sda"));
        await nas.StartTestAsync("SHORT", "sdn");
        await nas.StartTestAsync("LONG", "sdb");
        nas.Pass(60);

        return nas;
    }

    private static async Task<JsonNode> GetWithBodyAsync(NasUnderTest nas, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Jobs);
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await nas.Client.SendAsync(request, TestContext.Current.CancellationToken);

        return (await answer.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!;
    }

    private static IEnumerable<int> Ids(JsonNode jobs) => jobs.AsArray().Select(job => (int)job!["id"]!);
}
