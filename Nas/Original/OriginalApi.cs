using System.Collections.Immutable;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Burnin.Domain.Nases;
using Burnin.Nas.Http;
using Polly;
using Polly.Retry;

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

    private readonly HttpClient _http;
    private readonly OriginalAnswers _answers;
    private readonly TimeProvider _clock;
    private readonly OriginalLimits _limits;
    private readonly ResiliencePipeline _retries;

    public OriginalApi(NasConnection connection, TimeProvider clock, OriginalLimits? limits = null)
    {
        var url = connection.Url ?? throw new NasException(
            NasFault.NotSupported, $"NAS {connection.Name} has no URL. Enter the address of its API in the settings.");
        _clock = clock;
        _limits = limits ?? new OriginalLimits();
        _answers = new OriginalAnswers(url.GetLeftPart(UriPartial.Authority));
        _http = new HttpClient(HandlerFor(connection))
        {
            BaseAddress = new Uri(url.AbsoluteUri.TrimEnd('/') + "/"),
            MaxResponseContentBufferSize = _limits.AnswerBytes,
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (!string.IsNullOrWhiteSpace(connection.ApiKey))
        {
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", connection.ApiKey.Trim());
        }

        _retries = new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<NasException>(failure => failure.Fault == NasFault.Unreachable),
                MaxRetryAttempts = _limits.Retries,
                Delay = _limits.RetryDelay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
            })
            .Build();
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

    private static SocketsHttpHandler HandlerFor(NasConnection connection)
    {
        // A redirect would carry the key to wherever it points, or a POST away as a GET.
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        handler.SslOptions.RemoteCertificateValidationCallback = CertificateCheck.For(connection.Tls);
        return handler;
    }

    private async Task<T> GetAsync<T>(string path, CancellationToken cancellationToken) => await _retries.ExecuteAsync(
        async token =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            return await SendAsync<T>(request, token);
        },
        cancellationToken);

    private async Task<JsonElement> PostAsync<T>(string path, T body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Content = new StringContent(JsonSerializer.Serialize(body, Json), Encoding.UTF8, "application/json");
        return await SendAsync<JsonElement>(request, cancellationToken);
    }

    private async Task<T> SendAsync<T>(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(_limits.Answer, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            using var response = await _http.SendAsync(request, either.Token);
            await _answers.RefuseAsync(response, either.Token);
            return await response.Content.ReadFromJsonAsync<T>(Json, either.Token) ?? throw _answers.Unknown("null");
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested && _answers.Known(failure, request) is { } known)
        {
            throw known;
        }
    }
}
