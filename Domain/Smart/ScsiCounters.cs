namespace Burnin.Domain.Smart;

/// <summary>What a SAS drive counts.</summary>
public sealed record ScsiCounters
{
    public ScsiErrorCounter? Read { get; init; }

    public ScsiErrorCounter? Write { get; init; }

    public ScsiErrorCounter? Verify { get; init; }

    public long? GrownDefects { get; init; }

    public long? NonMediumErrors { get; init; }

    /// <summary>Starts and stops of the spindle over its life, and what it is specified for.</summary>
    public long? StartStopCycles { get; init; }

    public long? SpecifiedStartStopCycles { get; init; }

    public long? LoadUnloadCycles { get; init; }

    public long? SpecifiedLoadUnloadCycles { get; init; }

    /// <summary>Of an SSD, counted up.</summary>
    public int? EndurancePercentUsed { get; init; }

    /// <summary><c>2015-07</c>: year and week.</summary>
    public string? ManufacturedWeek { get; init; }

    /// <summary>Why the health assessment fails, in words; its sense code 5Dh is the drive's own prediction, 0Bh heat.</summary>
    public string? HealthReason { get; init; }

    public int? HealthAsc { get; init; }

    public int? HealthAscq { get; init; }

    /// <summary>Of the background scan: how far it is, and how often it has found something.</summary>
    public string? BackgroundScanStatus { get; init; }

    public long? BackgroundScansDone { get; init; }

    /// <summary>Those of the three that the drive reports, by name.</summary>
    public IEnumerable<(string Name, ScsiErrorCounter Counter)> ErrorCounters
    {
        get
        {
            if (Read is { } read)
            {
                yield return ("read", read);
            }

            if (Write is { } write)
            {
                yield return ("write", write);
            }

            if (Verify is { } verify)
            {
                yield return ("verify", verify);
            }
        }
    }
}
