using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Burnin.Grains.Interfaces;
using Microsoft.Extensions.Options;

namespace Burnin.WebFront.Updates;

/// <summary>Asks where releases are published, and only when a person or a program wants to know, at most once an hour.</summary>
public sealed class UpdateCheck(IOptionsMonitor<WebFrontOptions> options, TimeProvider clock)
{
    private const int MostBytes = 256 * 1024;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private (string Feed, DateTimeOffset At, Release Release)? _known;

    public async Task<UpdateAnswer> AskAsync(string version, CancellationToken cancellationToken)
    {
        var feed = options.CurrentValue.UpdateFeed;
        if (feed.Length == 0)
        {
            return Unknown(version, "Nobody is asked: there is no address of the releases in the settings.");
        }

        if (!Uri.TryCreate(feed, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            return Unknown(version, "The address of the releases does not begin with https://.");
        }

        if (_known is not { } known || known.Feed != feed || clock.GetUtcNow() - known.At > Lifetime)
        {
            var (release, problem) = await ReadAsync(url, cancellationToken);
            if (release is null)
            {
                return Unknown(version, problem!);
            }

            _known = known = (feed, clock.GetUtcNow(), release);
        }

        return AnswerOf(version, known.Release);
    }

    private static UpdateAnswer AnswerOf(string version, Release release) =>
        release.TagName is not { } tag || ReleaseNumber.TryParse(tag) is not { } latest || ReleaseNumber.TryParse(version) is not { } own
            ? Unknown(version, "What is published there is no release with a version.")
            : new UpdateAnswer(version, tag, latest.IsNewerThan(own), Uri.TryCreate(release.HtmlUrl, UriKind.Absolute, out var page) && page.Scheme is "http" or "https" ? release.HtmlUrl : null, null);

    private static UpdateAnswer Unknown(string version, string problem) => new(version, null, false, null, problem);

    /// <summary>A redirect is not followed: it is not where the settings say that releases are.</summary>
    private async Task<(Release? Release, string? Problem)> ReadAsync(Uri url, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(Limit, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = MostBytes };
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
            request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Burnin", null));
            using var response = await client.SendAsync(request, limit.Token);
            return response.IsSuccessStatusCode
                ? (JsonSerializer.Deserialize<Release>(await response.Content.ReadAsByteArrayAsync(limit.Token), WireJson.Options) ?? new Release(null, null), null)
                : (null, string.Create(CultureInfo.InvariantCulture, $"Where releases are published, the answer was {(int)response.StatusCode}."));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, string.Create(CultureInfo.InvariantCulture, $"Where releases are published, there was no answer within {Limit.TotalSeconds:0} s."));
        }
        catch (HttpRequestException failure)
        {
            return (null, $"Where releases are published, nobody could be asked: {failure.Message}");
        }
        catch (JsonException)
        {
            return (null, "What is published there is no release with a version.");
        }
    }
}
