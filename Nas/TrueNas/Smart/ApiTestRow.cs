using System.Globalization;
using System.Text.Json;
using Burnin.Domain.Smart;
using Burnin.Nas.Host;

namespace Burnin.Nas.TrueNas.Smart;

/// <summary>A row of a drive's self-test log, in whatever release's words.</summary>
/// <param name="Kind">Null for one that we never start.</param>
/// <param name="Result">How it ended. Nothing here speaks against a drive whose test was cut short.</param>
/// <param name="Words">For it, as smartctl has them.</param>
internal sealed record ApiTestRow(SelfTestKind? Kind, SelfTestResult Result, string Words)
{
    /// <summary>Power-on hours when it ended; of ATA they wrap.</summary>
    public long? Hours { get; init; }

    /// <summary>Of the first error: a text before 25.04, a number since.</summary>
    public long? Lba { get; init; }

    /// <summary>0 to 1; ATA alone has it, in steps of a tenth.</summary>
    public double? Remaining { get; init; }

    /// <summary>Tells rows apart over restarts, and over releases that number them in other ways.</summary>
    public string Mark => string.Create(CultureInfo.InvariantCulture, $"{(int?)Kind ?? 0}{LetterOf(Result)}{Hours:x}{(Lba is { } lba ? $"@{lba:x}" : "")}");

    public static ApiTestRow Read(JsonElement row)
    {
        var words = (row.Text("status_verbose") ?? "").Trim();
        return new ApiTestRow(KindOf(row.Text("description") ?? ""), ResultOf(row.Text("status"), words), words)
        {
            Hours = row.Whole("lifetime") ?? row.Whole("power_on_hours"),
            Lba = row.Whole("lba_of_first_error") ?? row.Whole("failing_lba"),
            Remaining = row.Number("remaining"),
        };
    }

    /// <summary>12.0 cuts SCSI's words one letter short. Captive tests are never ours.</summary>
    private static SelfTestKind? KindOf(string description) => description switch
    {
        "Short offline" or "Short" => SelfTestKind.Short,
        "Extended offline" or "Extended" => SelfTestKind.Extended,
        _ when description.StartsWith("Background shor", StringComparison.Ordinal) => SelfTestKind.Short,
        _ when description.StartsWith("Background long", StringComparison.Ordinal) => SelfTestKind.Extended,
        _ => null,
    };

    /// <summary>Until 22.12.2 whatever did not pass counts as failed, and only the words tell a test that was cut short.</summary>
    private static SelfTestResult ResultOf(string? status, string words) => status switch
    {
        "RUNNING" => SelfTestResult.Running,
        "SUCCESS" => SelfTestResult.Passed,
        "FAILED" or "ABORTED" when words.StartsWith("Interrupted", StringComparison.Ordinal) => SelfTestResult.Interrupted,
        "FAILED" or "ABORTED" when words.StartsWith("Aborted", StringComparison.Ordinal) => SelfTestResult.Aborted,
        "FAILED" when words.StartsWith("Fatal", StringComparison.Ordinal) => SelfTestResult.Fatal,
        "FAILED" => SelfTestResult.Failed,
        "ABORTED" => SelfTestResult.Aborted,
        _ => SelfTestResult.Unknown,
    };

    /// <summary>Before 22.12.2 and after it one row must have one mark.</summary>
    private static char LetterOf(SelfTestResult result) => result switch
    {
        SelfTestResult.Passed => 'p',
        SelfTestResult.Failed => 'f',
        SelfTestResult.Aborted => 'a',
        SelfTestResult.Interrupted => 'i',
        SelfTestResult.Fatal => 'x',
        SelfTestResult.Running => 'r',
        SelfTestResult.Unknown => 'u',
    };
}
