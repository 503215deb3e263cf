using Microsoft.AspNetCore.Http;

namespace Burnin.WebFront.Pages.Shell;

/// <summary>
/// How a browser wants things shown. Kept in a cookie, so that the very first byte of a page has the right theme and the
/// right units, with or without scripts. <c>look.js</c> writes the same cookie.
/// </summary>
public sealed record Look
{
    public const string Cookie = "burnin.look";

    /// <summary>Each thing that can be chosen, with its values; the first is what holds until somebody chooses.</summary>
    public static readonly IReadOnlyList<LookChoice> Choices =
    [
        new("theme", "Theme", [("system", "System"), ("light", "Light"), ("dark", "Dark")]),
        new("density", "Rows", [("compact", "Compact"), ("comfortable", "Roomy")]),
        new("sizes", "Sizes", [("decimal", "TB"), ("binary", "TiB")]),
        new("heat", "Heat", [("c", "°C"), ("f", "°F")]),
        new("zone", "Times", [("browser", "Local"), ("utc", "UTC")]),
    ];

    private readonly IReadOnlyDictionary<string, string> chosen;

    private Look(IReadOnlyDictionary<string, string> chosen) => this.chosen = chosen;

    public static Look Usual { get; } = new(new Dictionary<string, string>());

    public string Theme => this["theme"];

    public string Density => this["density"];

    public string Sizes => this["sizes"];

    public string Heat => this["heat"];

    public string Zone => this["zone"];

    public string this[string name] => chosen.GetValueOrDefault(name) ?? Choices.First(choice => choice.Name == name).Values[0].Value;

    public static Look Of(HttpRequest request) => Parse(request.Cookies[Cookie]);

    /// <summary>From <c>theme=dark&amp;heat=f</c>. What is not known is left out: it ends in attributes of the page.</summary>
    public static Look Parse(string? text)
    {
        var chosen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in (text ?? "").Split('&'))
        {
            if (pair.Split('=') is [var name, var value] && IsKnown(name, value))
            {
                chosen[name] = value;
            }
        }

        return new Look(chosen);
    }

    /// <summary>The same with what a form has sent.</summary>
    public Look With(IFormCollection form) =>
        Parse(string.Join('&', Choices.Select(choice => $"{choice.Name}={(form[choice.Name] is [{ } value, ..] ? value : this[choice.Name])}")));

    public override string ToString() => string.Join('&', chosen.Select(pair => $"{pair.Key}={pair.Value}"));

    private static bool IsKnown(string name, string value) =>
        Choices.Any(choice => choice.Name == name && choice.Values.Any(known => known.Value == value));
}
