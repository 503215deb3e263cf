namespace Burnin.Domain.Smart;

/// <summary>
/// One row of a drive's self-test log. Type (<c>Short offline</c>, <c>Background long</c>, <c>Extended</c>) and status
/// text are in smartctl's words.
/// </summary>
public sealed record SelfTestRow(string Type, SelfTestResult Result, string StatusText)
{
    /// <summary>Code of the type, where the form tells it: by the numbers of the protocol.</summary>
    public int? TypeCode { get; init; }

    /// <summary>Code of the result, as the drive stored it: of ATA the whole byte.</summary>
    public int? StatusCode { get; init; }

    /// <summary>What was left when it ended; ATA only.</summary>
    public int? RemainingPercent { get; init; }

    /// <summary>Power-on hours when it ended. Of ATA 16 bits, which wrap at 65,536.</summary>
    public long? Hours { get; init; }

    /// <summary>Of the first error.</summary>
    public long? Lba { get; init; }

    /// <summary>That failed; SCSI and NVMe only.</summary>
    public int? Segment { get; init; }
}
