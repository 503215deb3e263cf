using System.Diagnostics;

namespace Burnin.Domain.Nases;

/// <summary>Which certificate of a NAS is believed.</summary>
public abstract record TlsTrust
{
    private const string PinPrefix = "pin:";
    private const int Sha256Digits = 64;

    private TlsTrust()
    {
    }

    /// <summary>One that an authority of this machine vouches for.</summary>
    public sealed record Verify : TlsTrust;

    /// <summary>Any, and so anybody's who stands between.</summary>
    public sealed record Ignore : TlsTrust;

    /// <summary>This one alone, whoever has signed it: 64 hexadecimal digits in lower case.</summary>
    public sealed record Pin(string Sha256) : TlsTrust;

    /// <summary>As settings say it: <c>verify</c>, <c>ignore</c>, <c>pin:{sha256}</c>.</summary>
    public string Wire => this switch
    {
        Verify => "verify",
        Ignore => "ignore",
        Pin pin => PinPrefix + pin.Sha256,
        _ => throw new UnreachableException(),
    };

    /// <summary>Null for what is none of the three. A fingerprint may be written with colons and in capitals, as tools print it.</summary>
    public static TlsTrust? Parse(string text) => text switch
    {
        "verify" => new Verify(),
        "ignore" => new Ignore(),
        _ when text.StartsWith(PinPrefix, StringComparison.Ordinal)
            && text[PinPrefix.Length..].Replace(":", "", StringComparison.Ordinal) is { Length: Sha256Digits } digits
            && digits.All(char.IsAsciiHexDigit) => new Pin(digits.ToLowerInvariant()),
        _ => null,
    };
}
