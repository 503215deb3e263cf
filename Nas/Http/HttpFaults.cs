using System.Security.Authentication;
using Burnin.Domain.Nases;
using Polly.CircuitBreaker;

namespace Burnin.Nas.Http;

/// <summary>What went wrong on the way to a NAS, in our faults and in plain sentences.</summary>
internal static class HttpFaults
{
    /// <summary>Null for what is no trouble of the network, but a bug.</summary>
    public static NasException? Of(Exception failure, string place, HttpQuestion question) => failure switch
    {
        NasException known => known,
        OperationCanceledException => new NasException(NasFault.Unreachable, $"{place} did not answer /{PathOf(question)} in time.", failure),
        BrokenCircuitException => new NasException(
            NasFault.Unreachable, $"{place} did not answer several times in a row; it is left alone for some seconds, and then asked again.", failure),
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } =>
            new NasException(NasFault.UnexpectedAnswer, $"{place} gave an answer of excessive length to /{PathOf(question)}.", failure),
        HttpRequestException { InnerException: AuthenticationException certificate } => new NasException(
            NasFault.Unreachable,
            $"The certificate of {place} is not trusted: {certificate.Message} Pin its fingerprint in the settings of this NAS, or install one that an authority has signed.",
            failure),
        ObjectDisposedException => new NasException(NasFault.Unreachable, $"The connection to {place} was closed; the next question opens another.", failure),
        HttpRequestException or IOException => new NasException(NasFault.Unreachable, $"{place} cannot be reached: {Innermost(failure).Message}", failure),
        _ => null,
    };

    /// <summary>What a proxy, or a web server whose service does not run, says in its place; null for all else.</summary>
    public static NasException? Of(HttpReply reply, string place) => (int)reply.Status is 408 or 429 or 502 or 503 or 504
        ? new NasException(NasFault.Unreachable, $"{place} answers {reply.StatusLine}: the NAS, or a proxy before it, is not ready.")
        : null;

    private static string PathOf(HttpQuestion question) => question.Path.Split('?')[0];

    private static Exception Innermost(Exception failure) => failure.InnerException is { } inner ? Innermost(inner) : failure;
}
