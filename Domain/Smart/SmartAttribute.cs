namespace Burnin.Domain.Smart;

/// <summary>
/// One row of the ATA attribute table. Raw is the packed number of 48 or 56 bits, before any vendor's decoding; null where
/// only its text is known.
/// </summary>
public sealed record SmartAttribute(int Id, string Name, int? Value, int? Worst, int? Threshold, long? Raw)
{
    /// <summary>Raw as smartctl words it: <c>36 (Min/Max 20/45)</c>, <c>1234h+15m</c>, <c>2 2 3181</c>.</summary>
    public string? RawText { get; init; }

    /// <summary>What is counted, decoded by vendor: the number to judge and to show. Null: the raw text holds none.</summary>
    public long? Decoded { get; init; }

    /// <summary>How it was decoded, where that is not plain.</summary>
    public string? Note { get; init; }

    public AttributeFailure? WhenFailed { get; init; }

    /// <summary>At or below its threshold it foretells the end; otherwise it only tells of age.</summary>
    public bool? IsPrefail { get; init; }
}
