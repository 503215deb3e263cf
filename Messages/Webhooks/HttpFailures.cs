using System.Security.Authentication;

namespace Burnin.Messages.Webhooks;

/// <summary>What went wrong with a web server, for whoever has to mend it. No address in it: that may be a secret.</summary>
internal static class HttpFailures
{
    public static string Words(Exception failure) => failure switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "there is no server of this name",
        HttpRequestException { InnerException: AuthenticationException } => "the certificate of the server is not trusted here",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "nothing listens there",
        HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } => "the server broke off",
        _ => failure.Message,
    };
}
