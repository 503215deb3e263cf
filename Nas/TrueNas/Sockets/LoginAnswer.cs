using System.Diagnostics;
using System.Text.Json;
using Burnin.Domain.Nases;

namespace Burnin.Nas.TrueNas.Sockets;

/// <summary>What <c>auth.login_ex</c> says came of a login. Only one of its words is good news, and each other asks something else of the operator.</summary>
internal static class LoginAnswer
{
    /// <exception cref="NasException">We are not logged in.</exception>
    public static void Check(string place, string user, JsonElement answer)
    {
        if (RefusalIn(place, user, JsonRpcAnswers.Of(place, "auth.login_ex", answer)) is { } refusal)
        {
            throw refusal;
        }
    }

    private static NasException? RefusalIn(string place, string user, TrueNasAnswer answer) => answer switch
    {
        TrueNasAnswer.Result { Value: var result } => RefusalIn(place, user, result),
        TrueNasAnswer.Missing => new NasException(
            NasFault.NotSupported, $"{place} has no auth.login_ex. TrueNAS has it since 25.04: choose the older API in the settings of this NAS."),

        // The login has failed for no fault of the key, so it is tried again, more and more seldom.
        TrueNasAnswer.Denied denied => new NasException(NasFault.Unreachable, $"The login on {place} failed: {denied.Why}"),
        TrueNasAnswer.Refused refused => new NasException(NasFault.Unreachable, $"The login on {place} failed: {refused.Why}"),
        _ => throw new UnreachableException(),
    };

    private static NasException? RefusalIn(string place, string user, JsonElement result) => result.Text("response_type") switch
    {
        "SUCCESS" => null,
        "AUTH_ERR" => Refused(
            $"{place} refuses the API key of {user}. Check that the key is whole, is that user's, and was not revoked: one that ever came over plain http is."),
        "EXPIRED" => Refused($"The API key of {user} on {place} has expired or was revoked. Make a new one on the NAS."),
        "OTP_REQUIRED" => Refused($"{place} asks {user} for a one-time password, which a service has not. Use the key of a user without a second factor."),
        "DENIED" => Refused($"{place} does not let {user} in: the account is locked, or may not use the API."),
        "REDIRECT" => new NasException(
            NasFault.Unreachable, $"{place} is the standby node of a pair and sends to {string.Join(" or ", AddressesIn(result))}. Enter the address that both nodes share."),
        var other => new NasException(NasFault.UnexpectedAnswer, $"{place} answers a login with {other ?? "words that are not known"}."),
    };

    private static IEnumerable<string> AddressesIn(JsonElement result) => result.Items("urls").Select(url => url.ToString());

    private static NasException Refused(string what) => new(NasFault.AuthenticationFailed, $"{what} Nothing more is tried until the settings of this NAS change.");
}
