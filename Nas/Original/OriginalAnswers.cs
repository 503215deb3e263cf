using System.Security.Authentication;
using System.Text.Json;
using Burnin.Domain.Nases;

namespace Burnin.Nas.Original;

/// <summary>What the NAS, or something on the way to it, says instead of an answer: in our faults and in plain sentences.</summary>
internal sealed class OriginalAnswers(string place)
{
    private const int ExcerptLength = 300;

    public async Task RefuseAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.IsSuccessStatusCode)
        {
            return;
        }

        var status = $"{(int)response.StatusCode} {response.ReasonPhrase}".Trim();
        throw (int)response.StatusCode switch
        {
            401 or 403 => new NasException(
                NasFault.AuthenticationFailed, $"{place} refuses the API key ({status}). Enter a valid key in the settings of this NAS."),
            408 or 429 or >= 500 => new NasException(
                NasFault.Unreachable, $"{place} answers {status}: the NAS, or a proxy before it, is not ready."),
            >= 300 and < 400 => new NasException(
                NasFault.UnexpectedAnswer,
                $"{place} points elsewhere ({status}: {response.Headers.Location}). Enter the address it points to in the settings of this NAS."),
            404 => new NasException(
                NasFault.UnexpectedAnswer,
                $"{place} does not know {response.RequestMessage?.RequestUri?.AbsolutePath}. Is this a NAS with the original contract?"),
            _ => new NasException(
                NasFault.UnexpectedAnswer,
                $"{place} refuses ({status}): {Excerpt(await response.Content.ReadAsStringAsync(cancellationToken))}"),
        };
    }

    public NasException Unknown(string what) =>
        new(NasFault.UnexpectedAnswer, $"{place} answered in words that are not the original contract's: {Excerpt(what)}");

    /// <summary>Null for what is no trouble of the network or of the answer, but a bug.</summary>
    public NasException? Known(Exception failure, HttpRequestMessage request) => failure switch
    {
        NasException known => known,
        OperationCanceledException => new NasException(
            NasFault.Unreachable, $"{place} did not answer {PathOf(request)} in time.", failure),
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => Unknown("an answer of excessive length"),
        HttpRequestException { InnerException: AuthenticationException certificate } => new NasException(
            NasFault.Unreachable,
            $"The certificate of {place} is not trusted: {certificate.Message} Install one that is, or switch off the check in the settings of this NAS.",
            failure),
        HttpRequestException or IOException => new NasException(
            NasFault.Unreachable, $"{place} cannot be reached: {Innermost(failure).Message}", failure),
        JsonException or NotSupportedException or InvalidOperationException => new NasException(
            NasFault.UnexpectedAnswer,
            $"{place} did not answer {PathOf(request)} with the JSON of the original contract. Check that the URL is the NAS' own, not a log-in page.",
            failure),
        _ => null,
    };

    private static string? PathOf(HttpRequestMessage request) =>
        request.RequestUri is { IsAbsoluteUri: true } uri ? uri.AbsolutePath : request.RequestUri?.OriginalString;

    private static Exception Innermost(Exception failure) => failure.InnerException is { } inner ? Innermost(inner) : failure;

    private static string Excerpt(string text) =>
        (text.Length > ExcerptLength ? $"{text[..ExcerptLength]}…" : text).ReplaceLineEndings(" ");
}
