using System.Collections.Immutable;
using System.Text.Json;
using Burnin.Domain.Jobs;

namespace Burnin.History.Jobs;

/// <summary>Values of the domain as the plain records that are stored and shown.</summary>
internal static class Wire
{
    public static string Of(StageState state) => SnakeCase(state.ToString());

    public static StageResult Of(RunResult result) => new()
    {
        State = Of(result.State),
        Reasons = Of(result.Reasons),
        BadBlocks = OrNone(result.BadBlocks),
        BadBlockCount = result.BadBlockCount,
        BlockBytes = result.BlockBytes,
        Mismatches = result.Mismatches,
        TestedBytes = result.TestedBytes,
        UntestedBytes = result.UntestedBytes,
    };

    public static IReadOnlyList<JobReason> Of(ImmutableArray<Reason> reasons) =>
    [
        .. OrNone(reasons).Select(reason =>
            new JobReason(reason.Code, SnakeCase(reason.Severity.ToString()), reason.Text, reason.Rule)
            {
                Before = reason.Before,
                After = reason.After,
                Limit = reason.Limit,
                WhatNext = reason.WhatNext,
            }),
    ];

    /// <summary>A sender's forgotten array must not stop its outbox for ever.</summary>
    public static ImmutableArray<T> OrNone<T>(ImmutableArray<T> values) => values.IsDefault ? [] : values;

    private static string SnakeCase(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
