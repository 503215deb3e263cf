using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Burnin.Domain.Settings;

namespace Burnin.Grains.Settings;

/// <summary>Makes settings of the properties of options: kind, range and default are said there, and only there.</summary>
internal sealed class OptionSettings<TOptions>(string key)
    where TOptions : new()
{
    private readonly TOptions _usual = new();

    public Setting Of(string name, string property, string section, string group, string label, string unit = "", string? also = null)
    {
        var member = typeof(TOptions).GetProperty(property)!;
        return new Setting
        {
            Name = name,
            Section = section,
            Group = group,
            Label = label,
            Kind = KindOf(member, unit),
            Default = Configured(member.GetValue(_usual)),
            Keys = [$"{key}:{property}", .. also is null ? ImmutableArray<string>.Empty : [also]],
        };
    }

    private static SettingKind KindOf(PropertyInfo member, string unit)
    {
        var type = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
        var range = member.GetCustomAttribute<RangeAttribute>();
        return type == typeof(bool) ? new SettingKind.Switch()
            : type == typeof(string) ? new SettingKind.Text(member.GetCustomAttribute<StringLengthAttribute>()?.MaximumLength ?? 200)
            : type.IsEnum ? new SettingKind.Choice([.. Enum.GetNames(type).Select(ChoiceOf)])
            : type == typeof(TimeSpan) ? new SettingKind.Span(One(unit), Parse(range!.Minimum), Parse(range.Maximum), unit)
            : new SettingKind.Whole((int)range!.Minimum, (int)range.Maximum, unit);
    }

    private static SettingChoice ChoiceOf(string name)
    {
        var word = System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
        return new SettingChoice(word, word.Replace('_', ' '), name);
    }

    private static TimeSpan One(string unit) => unit switch
    {
        "seconds" => TimeSpan.FromSeconds(1),
        "minutes" => TimeSpan.FromMinutes(1),
        "hours" => TimeSpan.FromHours(1),
        _ => throw new ArgumentException($"\"{unit}\" is no unit of time."),
    };

    private static TimeSpan Parse(object bound) => TimeSpan.Parse((string)bound, CultureInfo.InvariantCulture);

    private static string? Configured(object? value) => value switch
    {
        null or "" => null,
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
