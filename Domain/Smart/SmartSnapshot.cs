using System.Collections.Immutable;

namespace Burnin.Domain.Smart;

/// <summary>SMART data of one drive at one moment, or the reason why there is none. Null is "not reported".</summary>
public sealed record SmartSnapshot
{
    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>Why no SMART data could be read; null where some was.</summary>
    public string? Unavailable { get; init; }

    public bool? Passed { get; init; }

    public int? TemperatureCelsius { get; init; }

    public long? PowerOnHours { get; init; }

    /// <summary>Empty where the drive, or the way of asking, offers no attribute table.</summary>
    public ImmutableArray<SmartAttribute> Attributes { get; init; } = [];

    /// <summary>The output it was read from, whole.</summary>
    public string? Raw { get; init; }
}
