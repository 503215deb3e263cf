using System.Globalization;

namespace Burnin.Domain.Jobs;

/// <summary>Something that a stage's result rests on, as it came from the tool or the host.</summary>
/// <param name="Name">Of a file, unique in its stage: <c>surface.log</c>, <c>segments.json</c>, <c>smart.json</c>.</param>
/// <param name="Text">As it came.</param>
public sealed record StageEvidence(string Name, string Text)
{
    /// <summary>When it was read from the drive, if it is the whole of its SMART data; null for anything else.</summary>
    public DateTimeOffset? SmartTakenAt { get; init; }

    /// <summary>Characters of one text that are kept.</summary>
    public const int MaxLength = 4 << 20;

    /// <summary>The same, with the middle cut out of a text that is too long: its head says what began, its tail how it ended.</summary>
    public StageEvidence Bounded()
    {
        if (Text.Length <= MaxLength)
        {
            return this;
        }

        // No surrogate pair is cut in two.
        var head = MaxLength / 2;
        var tail = Text.Length - (MaxLength / 2);
        head -= char.IsHighSurrogate(Text[head - 1]) ? 1 : 0;
        tail += char.IsLowSurrogate(Text[tail]) ? 1 : 0;
        return this with { Text = string.Create(CultureInfo.InvariantCulture, $"{Text.AsSpan(0, head)}\n[Burnin left out {tail - head} characters here.]\n{Text.AsSpan(tail)}") };
    }
}
