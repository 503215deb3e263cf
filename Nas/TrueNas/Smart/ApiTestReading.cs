using System.Collections.Immutable;
using System.Text.Json;
using Burnin.Domain.Smart;
using Burnin.Nas.Host;

namespace Burnin.Nas.TrueNas.Smart;

/// <summary>What the API says of one drive's self-tests at one moment.</summary>
internal sealed record ApiTestReading
{
    private const string Current = "current_test";

    /// <summary>The row of <c>smart.test.results</c>, as it came.</summary>
    public required string Raw { get; init; }

    /// <summary>Of tests that have ended, newest first.</summary>
    public required ImmutableArray<ApiTestRow> Ended { get; init; }

    /// <summary>The row of a test that runs, where the drive writes one.</summary>
    public ApiTestRow? RunningRow { get; init; }

    /// <summary>Of the test that runs, whatever kind it is; null where the release shows none.</summary>
    public double? RunningPercent { get; init; }

    /// <summary>A test may run here without being shown: 12.0 knows only the log, and 25.04 looks for it in the log alone, where some drives write it when it has ended.</summary>
    public required bool CanHideRunning { get; init; }

    public bool IsRunning => RunningRow is not null || RunningPercent is not null;

    /// <param name="row">Of the drive.</param>
    /// <param name="release">That says so.</param>
    public static ApiTestReading Read(JsonElement row, TrueNasRelease release)
    {
        ImmutableArray<ApiTestRow> rows = [.. row.Items("tests").Select(ApiTestRow.Read)];
        var running = rows.FirstOrDefault(test => test.Result is SelfTestResult.Running);
        var isTold = row.ValueKind == JsonValueKind.Object && row.TryGetProperty(Current, out _);
        return new ApiTestReading
        {
            Raw = row.GetRawText(),
            Ended = [.. rows.Where(test => test.Result is not SelfTestResult.Running)],
            RunningRow = running,
            RunningPercent = IsBelieved(running, rows, release) ? row.Field(Current)?.Number("progress") : null,
            CanHideRunning = !isTold || release.FindsRunningTestInLog,
        };
    }

    /// <summary>The rows that were not there before; null where that cannot be told.</summary>
    public ImmutableArray<ApiTestRow>? EndedSince(ImmutableArray<string> marks) => LogRing.NewSince(marks, Ended, (mark, row) => row.Mark == mark);

    /// <summary>25.04 takes what was left of an aborted ATA test for the progress of one that runs, until the next test is logged.</summary>
    private static bool IsBelieved(ApiTestRow? running, ImmutableArray<ApiTestRow> rows, TrueNasRelease release) =>
        running is not null || !release.FindsRunningTestInLog || rows is [] or [{ Remaining: null }, ..];
}
