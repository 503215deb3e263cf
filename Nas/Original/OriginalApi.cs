using System.Collections.Immutable;
using System.Text.Json;
using Burnin.Domain.Nases;
using Burnin.Nas.Http;

namespace Burnin.Nas.Original;

/// <summary>
/// The REST contract of the original dashboard's mock, word for word. What changes nothing is asked again where the NAS
/// was not reached; what starts or stops something never is.
/// </summary>
internal sealed class OriginalApi : IDisposable
{
    private const string SelfTestFilter = """[["method","=","smart.test"]]""";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    private readonly HttpLink _http;
    private readonly OriginalAnswers _answers;

    public OriginalApi(NasConnection connection, TimeProvider clock, HttpLimits? limits = null)
    {
        _http = new HttpLink(connection, limits ?? new HttpLimits(), clock);
        _answers = new OriginalAnswers(_http.Place);
    }

    public async Task<ImmutableArray<OriginalDisk>> ListDisksAsync(CancellationToken cancellationToken)
    {
        var disks = await GetAsync<List<OriginalDisk>>("api/v2.0/disk", cancellationToken);
        return disks.All(disk => !string.IsNullOrWhiteSpace(disk?.Name)) ? [.. disks] : throw _answers.Unknown("a disk without a name");
    }

    /// <summary>All self-tests that the NAS still knows of. The filter is looked through here as well: not every server heeds it.</summary>
    public async Task<ImmutableArray<OriginalJob>> ListSelfTestsAsync(CancellationToken cancellationToken)
    {
        var path = $"api/v2.0/core/get_jobs?filters={Uri.EscapeDataString(SelfTestFilter)}";
        var jobs = await GetAsync<List<OriginalJob>>(path, cancellationToken);
        return [.. jobs.Where(job => job?.Method == OriginalJob.SelfTestMethod)];
    }

    /// <summary>The drive's own log of self-tests, as the NAS writes it.</summary>
    public async Task<string> ReadTestLogAsync(string deviceName, CancellationToken cancellationToken) =>
        (await GetAsync<JsonElement>($"api/v2.0/smart/test/results/{Uri.EscapeDataString(deviceName)}", cancellationToken)).GetRawText();

    /// <summary>Returns the number of the job. Where no answer came, the test may run all the same: look.</summary>
    public async Task<long> StartSelfTestAsync(string deviceName, string type, CancellationToken cancellationToken) =>
        await PostAsync("api/v2.0/smart/test", new OriginalJob.OriginalTest([deviceName], type), cancellationToken) switch
        {
            { ValueKind: JsonValueKind.Number } id when id.TryGetInt64(out var number) => number,
            { ValueKind: JsonValueKind.Object } job when job.TryGetProperty("id", out var id) && id.TryGetInt64(out var number) => number,
            var other => throw _answers.Unknown(other.GetRawText()),
        };

    public Task AbortAsync(long jobId, CancellationToken cancellationToken) =>
        PostAsync("api/v2.0/core/job_abort", jobId, cancellationToken);

    public void Dispose() => _http.Dispose();

    private Task<T> GetAsync<T>(string path, CancellationToken cancellationToken) => AskAsync<T>(new HttpQuestion(HttpMethod.Get, path), cancellationToken);

    private Task<JsonElement> PostAsync<T>(string path, T body, CancellationToken cancellationToken) =>
        AskAsync<JsonElement>(new HttpQuestion(HttpMethod.Post, path, JsonSerializer.Serialize(body, Json)) { IsSafe = false }, cancellationToken);

    private async Task<T> AskAsync<T>(HttpQuestion question, CancellationToken cancellationToken)
    {
        var reply = await _http.AskAsync(question, cancellationToken);
        _answers.Refuse(reply, question);
        if (reply.Json() is not { } json)
        {
            throw _answers.NoJson(question);
        }

        try
        {
            return json.Deserialize<T>(Json) ?? throw _answers.Unknown("null");
        }
        catch (JsonException failure)
        {
            throw _answers.NoJson(question, failure);
        }
    }
}
