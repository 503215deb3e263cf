namespace Burnin.Domain.Smart;

/// <summary>How warm the drive is, and the limits that it states itself.</summary>
public sealed record SmartTemperature
{
    public int? CurrentCelsius { get; init; }

    /// <summary>Since it was made.</summary>
    public int? LifetimeMaxCelsius { get; init; }

    /// <summary>Its recommended highest, for going on and on.</summary>
    public int? RecommendedMaxCelsius { get; init; }

    /// <summary>The highest it bears: ATA's operating limit, NVMe's warning limit.</summary>
    public int? LimitCelsius { get; init; }

    /// <summary>SCSI's trip temperature, NVMe's critical one: it may shut itself off.</summary>
    public int? TripCelsius { get; init; }
}
