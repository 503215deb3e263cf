using System.Net.Http.Headers;
using System.Text;
using Burnin.Domain.Nases;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace Burnin.Nas.Http;

/// <summary>
/// Requests to one NAS. What changes nothing is asked again where the NAS was not reached; what changes something never is.
/// A NAS that does not answer at all is left alone for a while, so that nobody waits for it in line. No redirect is followed:
/// it would carry the key to wherever it points, or drop it, or send a POST as a GET.
/// </summary>
internal sealed class HttpLink : IDisposable
{
    private const string Json = "application/json";

    private readonly HttpClient _http;
    private readonly HttpLimits _limits;
    private readonly TimeProvider _clock;
    private readonly AuthenticationHeaderValue? _key;
    private readonly ResiliencePipeline _once;
    private readonly ResiliencePipeline _again;

    public HttpLink(NasConnection connection, HttpLimits limits, TimeProvider clock)
    {
        var url = connection.Url ?? throw new NasException(
            NasFault.NotSupported, $"NAS {connection.Name} has no URL. Enter the address of its API in the settings.");
        (_limits, _clock) = (limits, clock);
        Place = url.GetLeftPart(UriPartial.Authority);
        _http = new HttpClient(HandlerFor(connection.Tls))
        {
            BaseAddress = new Uri(url.AbsoluteUri.TrimEnd('/') + "/"),
            MaxResponseContentBufferSize = limits.AnswerBytes,
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue(Json));
        _key = string.IsNullOrWhiteSpace(connection.ApiKey) ? null : new AuthenticationHeaderValue("Bearer", connection.ApiKey.Trim());

        var isNotReached = new PredicateBuilder().Handle<NasException>(failure => failure.Fault == NasFault.Unreachable);
        _once = new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                ShouldHandle = isNotReached,
                FailureRatio = 1,
                MinimumThroughput = limits.BreakAfter,
                SamplingDuration = limits.SlowAnswer,
                BreakDuration = limits.BreakFor,
            })
            .Build();
        _again = limits.Retries == 0 ? _once : new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = isNotReached,
                MaxRetryAttempts = limits.Retries,
                Delay = limits.RetryDelay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
            })
            .AddPipeline(_once)
            .Build();
    }

    /// <summary><c>https://10.0.0.7:8443</c>, for sentences.</summary>
    public string Place { get; }

    /// <exception cref="NasException">No answer came, or one of something before the NAS.</exception>
    public async Task<HttpReply> AskAsync(HttpQuestion question, CancellationToken cancellationToken)
    {
        try
        {
            return await (question.IsSafe ? _again : _once).ExecuteAsync(async token => await SendAsync(question, token), cancellationToken);
        }
        catch (BrokenCircuitException broken)
        {
            throw HttpFaults.Of(broken, Place, question)!;
        }
    }

    public void Dispose() => _http.Dispose();

    private static SocketsHttpHandler HandlerFor(TlsTrust trust)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        handler.SslOptions.RemoteCertificateValidationCallback = CertificateCheck.For(trust);
        return handler;
    }

    private async Task<HttpReply> SendAsync(HttpQuestion question, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(question.IsSlow ? _limits.SlowAnswer : _limits.Answer, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            using var request = new HttpRequestMessage(question.Method, question.Path);
            request.Headers.Authorization = question.IsAnonymous ? null : _key;
            request.Content = question.Json is { } json ? new StringContent(json, Encoding.UTF8, Json) : null;
            using var response = await _http.SendAsync(request, either.Token);
            var reply = new HttpReply(
                response.StatusCode,
                response.ReasonPhrase,
                response.Content.Headers.ContentType?.MediaType,
                response.Headers.Location,
                await response.Content.ReadAsByteArrayAsync(either.Token));
            return HttpFaults.Of(reply, Place) is { } fault ? throw fault : reply;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested && HttpFaults.Of(failure, Place, question) is { } known)
        {
            throw known;
        }
    }
}
