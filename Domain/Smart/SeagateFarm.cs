namespace Burnin.Domain.Smart;

/// <summary>Seagate's field accessible reliability metrics, which a reset of SMART leaves as they are. From smartctl 7.4.</summary>
public sealed record SeagateFarm
{
    public long? PowerOnHours { get; init; }

    public long? SpindlePowerOnHours { get; init; }

    public long? HeadFlightHours { get; init; }

    public long? PowerCycles { get; init; }

    public long? HeadLoadEvents { get; init; }

    public long? LogicalSectorsWritten { get; init; }

    public long? LogicalSectorsRead { get; init; }

    public long? UnrecoverableReadErrors { get; init; }

    public long? UnrecoverableWriteErrors { get; init; }

    public long? ReallocatedSectors { get; init; }

    public long? ReallocationCandidates { get; init; }

    public long? CrcErrors { get; init; }

    public string? SerialNumber { get; init; }

    /// <summary>As the drive states it: year and week, four digits.</summary>
    public string? Assembled { get; init; }

    /// <summary><c>CMR</c> or <c>SMR</c>.</summary>
    public string? RecordingType { get; init; }

    /// <summary>What the drive holds by itself, whatever it reports to the host.</summary>
    public long? CapacitySectors { get; init; }

    public int? LogicalSectorBytes { get; init; }
}
