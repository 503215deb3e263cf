using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Text;
using Burnin.Domain.Messages;

namespace Burnin.Messages.Webhooks;

/// <summary>One POST a message. Signed as Standard Webhooks are, so that there is a library to check it in every language.</summary>
internal sealed class WebhookCaller(TimeProvider clock) : IWebhookCaller
{
    private const int MostOfAnswer = 300;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    public async Task<Delivery> CallAsync(WebhookTarget target, Message message, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(Limit, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        var steps = new StepLog();
        steps.Begin("call");
        try
        {
            // There are few calls, and far between: a connection of its own for each.
            using var client = new HttpClient(HandlerFor(target)) { Timeout = Timeout.InfiniteTimeSpan };
            using var request = RequestFor(target, message);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return await OutcomeOf(response, steps, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return steps.FailedBy(string.Create(CultureInfo.InvariantCulture, $"no answer within {Limit.TotalSeconds:0} s"));
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return steps.FailedBy(HttpFailures.Words(failure));
        }
    }

    /// <summary>
    /// No redirect is followed: whoever answers at the address could send us, with all that we know, anywhere in the house.
    /// </summary>
    private static SocketsHttpHandler HandlerFor(WebhookTarget target) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        SslOptions = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = (_, _, _, errors) => errors == SslPolicyErrors.None || !target.VerifiesTls,
        },
    };

    private HttpRequestMessage RequestFor(WebhookTarget target, Message message)
    {
        var (url, body) = WebhookBodies.Of(target, message);
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Burnin", null));
        if (target.Token.Length > 0)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", target.Token);
        }

        foreach (var (name, value) in WebhookSignature.HeadersFor(target.Secret, message.Id, clock.GetUtcNow(), body))
        {
            request.Headers.Add(name, value);
        }

        return request;
    }

    private async Task<Delivery> OutcomeOf(HttpResponseMessage response, StepLog steps, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        if (response.IsSuccessStatusCode)
        {
            steps.End(string.Create(CultureInfo.InvariantCulture, $"answered {status}"));
            return new Delivery { Outcome = DeliveryOutcome.Delivered, Steps = steps.Done };
        }

        if (status is >= 300 and < 400)
        {
            return steps.FailedBy($"answered {status} and points elsewhere, which is not followed; set the address that it points to, if you trust it");
        }

        var said = await BeginningOf(response, cancellationToken);
        var failed = steps.FailedBy(string.Create(CultureInfo.InvariantCulture, $"answered {status} {said}").TrimEnd()) with { RetryAfter = PatienceOf(response) };

        // What is wrong with the message itself stays wrong; what is wrong with the address or its owner can be mended.
        return response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnsupportedMediaType or HttpStatusCode.UnprocessableEntity
            ? failed with { Outcome = DeliveryOutcome.Refused }
            : failed;
    }

    private TimeSpan? PatienceOf(HttpResponseMessage response) =>
        response.Headers.RetryAfter is not { } wished ? null : wished.Delta ?? wished.Date - clock.GetUtcNow();

    private static async Task<string> BeginningOf(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var buffer = new byte[MostOfAnswer];
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var length = await stream.ReadAtLeastAsync(buffer, MostOfAnswer, throwOnEndOfStream: false, cancellationToken);
        return string.Concat(Encoding.UTF8.GetString(buffer, 0, length).Select(each => char.IsControl(each) ? ' ' : each));
    }
}
