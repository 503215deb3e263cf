using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Burnin.Messages.Webhooks;

/// <summary>https://www.standardwebhooks.com: an id that stays the same when a message is sent again, a time, and an HMAC over both and the body.</summary>
internal static class WebhookSignature
{
    private const string Encoded = "whsec_";

    /// <summary>Without a secret there is no signature.</summary>
    public static IEnumerable<KeyValuePair<string, string>> HeadersFor(string secret, string id, DateTimeOffset at, byte[] body)
    {
        var seconds = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        yield return new("webhook-id", id);
        yield return new("webhook-timestamp", seconds);
        if (secret.Length > 0)
        {
            byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{seconds}."), .. body];
            yield return new("webhook-signature", $"v1,{Convert.ToBase64String(HMACSHA256.HashData(KeyOf(secret), signed))}");
        }
    }

    /// <summary>With the prefix that others generate it is base64; any other secret is its own letters.</summary>
    private static byte[] KeyOf(string secret)
    {
        var key = new byte[secret.Length];
        return secret.StartsWith(Encoded, StringComparison.Ordinal) && Convert.TryFromBase64String(secret[Encoded.Length..], key, out var length)
            ? key[..length]
            : Encoding.UTF8.GetBytes(secret);
    }
}
