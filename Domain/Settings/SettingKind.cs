using System.Collections.Immutable;
using System.Globalization;

namespace Burnin.Domain.Settings;

/// <summary>What a setting may hold. People write it in one form, the configuration keeps it in another.</summary>
public abstract record SettingKind
{
    private SettingKind()
    {
    }

    /// <summary>As the wire calls it.</summary>
    public abstract string Word { get; }

    /// <summary>What somebody wrote, as the configuration keeps it; or what it must be.</summary>
    public abstract SettingReading Read(string text);

    /// <summary>What the configuration keeps, as people write it.</summary>
    public virtual string Show(string configured) => configured;

    public sealed record Whole(int Least, int Most, string Unit) : SettingKind
    {
        public override string Word => "integer";

        public override SettingReading Read(string text) =>
            int.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= Least && number <= Most
                ? new(number.ToString(CultureInfo.InvariantCulture), null)
                : new(null, string.Create(CultureInfo.InvariantCulture, $"A whole number from {Least} to {Most}{(Unit.Length > 0 ? " " : "")}{Unit}."));
    }

    /// <param name="One">What a written 1 is.</param>
    /// <param name="Least">The shortest.</param>
    /// <param name="Most">The longest.</param>
    /// <param name="Unit">The name of <paramref name="One"/>, plural.</param>
    public sealed record Span(TimeSpan One, TimeSpan Least, TimeSpan Most, string Unit) : SettingKind
    {
        public override string Word => "duration";

        public override SettingReading Read(string text) =>
            decimal.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number < 1_000_000_000
            && One * (double)number is var span && span >= Least && span <= Most
                ? new(span.ToString("c", CultureInfo.InvariantCulture), null)
                : new(null, $"{Number(Least)} to {Number(Most)} {Unit}.");

        public override string Show(string configured) =>
            TimeSpan.TryParse(configured, CultureInfo.InvariantCulture, out var span) ? Number(span) : configured;

        private string Number(TimeSpan span) => (span / One).ToString("0.####", CultureInfo.InvariantCulture);
    }

    public sealed record Switch : SettingKind
    {
        public override string Word => "boolean";

        public override SettingReading Read(string text) => text.Trim().ToUpperInvariant() switch
        {
            "TRUE" or "1" or "ON" or "YES" => new("true", null),
            "FALSE" or "0" or "OFF" or "NO" => new("false", null),
            _ => new(null, "true or false."),
        };

        public override string Show(string configured) => Read(configured).Configured ?? configured;
    }

    public sealed record Choice(ImmutableArray<SettingChoice> Choices) : SettingKind
    {
        public override string Word => "choice";

        public override SettingReading Read(string text) =>
            Choices.FirstOrDefault(choice => Is(choice.Value, text.Trim()) || Is(choice.Configured, text.Trim())) is { } found
                ? new(found.Configured, null)
                : new(null, $"One of {string.Join(", ", Choices.Select(choice => choice.Value))}.");

        public override string Show(string configured) => Choices.FirstOrDefault(choice => Is(choice.Configured, configured))?.Value ?? configured;

        private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
    }

    public sealed record Text(int Longest) : SettingKind
    {
        public override string Word => "text";

        public override SettingReading Read(string text) => text switch
        {
            _ when text.Trim().Length > Longest => new(null, string.Create(CultureInfo.InvariantCulture, $"At most {Longest} characters.")),
            _ when text.Any(char.IsControl) => new(null, "One line, without control characters."),
            _ => new(text.Trim(), null),
        };
    }

    /// <summary>Goes in, and never out again.</summary>
    public sealed record Secret(int Longest) : SettingKind
    {
        public override string Word => "secret";

        public override SettingReading Read(string text) => new Text(Longest).Read(text) with { Configured = text };
    }
}
