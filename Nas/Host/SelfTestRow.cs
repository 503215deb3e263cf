namespace Burnin.Nas.Host;

/// <summary>One row of a drive's log of self-tests that have ended.</summary>
/// <param name="Type">The number of its kind; one that is not <see cref="SelfTestKind"/> is a test we never start.</param>
/// <param name="Status">As the drive coded it.</param>
/// <param name="Hours">Of the drive's life. ATA counts them in 16 bits, so they are compared, never ordered.</param>
/// <param name="FailedAtBlock">Null where none failed.</param>
internal sealed record SelfTestRow(long? Type, long? Status, long? Hours, long? FailedAtBlock)
{
    public required SelfTestEnd End { get; init; }

    /// <summary>The drive's own words.</summary>
    public string? Words { get; init; }

    public bool IsOf(SelfTestKind kind) => Type == (long)kind;

    /// <summary>Words differ between releases of smartctl; what the drive stored does not.</summary>
    public bool IsSameAs(SelfTestRow other) =>
        (Type, Status, Hours, FailedAtBlock) == (other.Type, other.Status, other.Hours, other.FailedAtBlock);
}
