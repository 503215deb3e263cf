using System.Collections.Immutable;

namespace Burnin.Domain.Smart;

/// <summary>What a drive says of its self-tests.</summary>
public sealed record SelfTests
{
    /// <summary>Rows that stay in the record of a job, beside those that failed.</summary>
    private const int CondensedRows = 3;

    public bool? IsSupported { get; init; }

    public bool? IsRunning { get; init; }

    /// <summary>Of the test that runs.</summary>
    public int? RemainingPercent { get; init; }

    /// <summary>Of the test that runs, in smartctl's words; ATA does not tell.</summary>
    public string? RunningType { get; init; }

    /// <summary>The code of its type, as the protocol has it.</summary>
    public int? RunningCode { get; init; }

    /// <summary>Newest first, with the rows of a test that still runs. Null: there is no log, or it was not read.</summary>
    public ImmutableArray<SelfTestRow>? Log { get; init; }

    /// <summary>ATA's old log, whose block numbers are cut short, where it was read; the same as <see cref="Log"/> where it is the only one.</summary>
    public ImmutableArray<SelfTestRow>? OldLog { get; init; }

    public int? LogCount { get; init; }

    public int FailedInLog { get; init; }

    /// <summary>The drive's own estimates for a drive at rest.</summary>
    public int? ShortMinutes { get; init; }

    public int? ExtendedMinutes { get; init; }

    public int? ConveyanceMinutes { get; init; }

    /// <summary>The newest test that has ended, however.</summary>
    public SelfTestRow? Last => Log?.FirstOrDefault(row => row.Result is not SelfTestResult.Running);

    internal SelfTests Condensed() => this with
    {
        OldLog = null,
        Log = Log is { } log ? [.. log.Where((row, place) => place < CondensedRows || row.Result is SelfTestResult.Failed).Take(2 * CondensedRows)] : null,
    };
}
