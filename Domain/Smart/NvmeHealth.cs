namespace Burnin.Domain.Smart;

/// <summary>NVMe's health log. Counters of 128 bits that do not fit stay at the largest number that does.</summary>
public sealed record NvmeHealth
{
    /// <summary>Bits: 0 spare, 1 temperature, 2 reliability, 3 read-only, 4 volatile backup, 5 persistent memory.</summary>
    public int? CriticalWarning { get; init; }

    public int? AvailableSparePercent { get; init; }

    public int? AvailableSpareThresholdPercent { get; init; }

    /// <summary>May go over 100.</summary>
    public int? PercentageUsed { get; init; }

    public long? MediaErrors { get; init; }

    /// <summary>Grows with every query that is refused: never judged.</summary>
    public long? ErrorLogEntries { get; init; }

    public long? UnsafeShutdowns { get; init; }

    public long? PowerCycles { get; init; }

    public long? WarningTemperatureMinutes { get; init; }

    public long? CriticalTemperatureMinutes { get; init; }

    /// <summary>In units of 512,000 bytes.</summary>
    public long? DataUnitsWritten { get; init; }

    /// <summary>In units of 512,000 bytes.</summary>
    public long? DataUnitsRead { get; init; }
}
