using System.Globalization;
using Burnin.Grains.Interfaces.Settings;

namespace Burnin.WebFront.Settings;

/// <summary>One setting as programs read it: its value is a number, a truth, a text, or null.</summary>
internal sealed record SettingAnswer
{
    public required string Name { get; init; }

    public required string Label { get; init; }

    public required string Help { get; init; }

    public required string Kind { get; init; }

    /// <summary>Null for nothing, and always for a secret.</summary>
    public required object? Value { get; init; }

    public required object? Default { get; init; }

    public required string? Unit { get; init; }

    public required double? Least { get; init; }

    public required double? Most { get; init; }

    public required IReadOnlyList<string> Choices { get; init; }

    /// <summary>Of a secret: whether there is one. Null for anything else.</summary>
    public required bool? Set { get; init; }

    /// <summary>The name of the variable that has fixed it; null where it can be changed.</summary>
    public required string? LockedBy { get; init; }

    public static SettingAnswer Of(SettingView setting) => new()
    {
        Name = setting.Name,
        Label = setting.Label,
        Help = setting.Help,
        Kind = setting.Kind,
        Value = ValueOf(setting.Kind, setting.Value),
        Default = ValueOf(setting.Kind, setting.Default),
        Unit = setting.Unit is { Length: > 0 } unit ? unit : null,
        Least = setting.Least,
        Most = setting.Most,
        Choices = [.. setting.Choices.Select(choice => choice.Value)],
        Set = setting.IsSet,
        LockedBy = setting.LockedBy,
    };

    private static object? ValueOf(string kind, string? value) => kind switch
    {
        _ when value is null => null,
        "boolean" => value == "true",
        "integer" or "duration" when double.TryParse(value, CultureInfo.InvariantCulture, out var number) => number,
        _ => value,
    };
}
