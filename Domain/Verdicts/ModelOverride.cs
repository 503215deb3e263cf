using Burnin.Domain.Jobs;

namespace Burnin.Domain.Verdicts;

/// <summary>A number that is normal for a model: up to it, what would count against the drive is only noted.</summary>
public sealed record ModelOverride
{
    /// <summary>The model as the drive says it; a <c>*</c> stands for anything. Case does not matter.</summary>
    public required string Model { get; init; }

    /// <summary>Of the reason that is tempered.</summary>
    public required string Code { get; init; }

    /// <summary>The largest number that is normal.</summary>
    public required long Most { get; init; }

    /// <summary>Where this is known from.</summary>
    public required string Why { get; init; }

    public bool IsFor(string model)
    {
        var parts = Model.Split('*');
        if (parts.Length == 1)
        {
            return model.Equals(Model, StringComparison.OrdinalIgnoreCase);
        }

        var at = parts[0].Length;
        if (!model.StartsWith(parts[0], StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        foreach (var part in parts[1..^1])
        {
            var found = model.IndexOf(part, at, StringComparison.OrdinalIgnoreCase);
            if (found < 0)
            {
                return false;
            }

            at = found + part.Length;
        }

        return model.Length - at >= parts[^1].Length && model.EndsWith(parts[^1], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The reason as it is for this model.</summary>
    public Reason Tempered(Reason reason) =>
        reason.Code != Code || reason.Severity == Severity.Note || reason.After is not { } found || found > Most ? reason : reason with
        {
            Severity = Severity.Note,
            Limit = Most,
            Text = FormattableString.Invariant($"{reason.Text} Up to {Most} is normal for {Model}: {Why}"),
        };
}
