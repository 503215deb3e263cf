using System.Globalization;
using Burnin.Domain.Messages;

namespace Burnin.Messages.Webhooks;

/// <summary>A plain GET, as healthchecks.io and the push monitors of Uptime Kuma take it. Not followed elsewhere, like a webhook.</summary>
internal sealed class Heartbeat(TimeProvider clock) : IHeartbeat
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    public async Task<string?> BeatAsync(Uri url, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(Limit, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = Timeout.InfiniteTimeSpan };
            using var response = await client.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return response.IsSuccessStatusCode ? null : string.Create(CultureInfo.InvariantCulture, $"answered {(int)response.StatusCode}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return string.Create(CultureInfo.InvariantCulture, $"no answer within {Limit.TotalSeconds:0} s");
        }
        catch (HttpRequestException failure)
        {
            return HttpFailures.Words(failure);
        }
    }
}
