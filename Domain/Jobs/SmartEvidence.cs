using System.Collections.Immutable;
using Burnin.Domain.Smart;

namespace Burnin.Domain.Jobs;

/// <summary>SMART data on their way to the evidence.</summary>
public static class SmartEvidence
{
    extension(SmartSnapshot smart)
    {
        /// <summary>What the snapshot was read from; empty where nothing was.</summary>
        public ImmutableArray<StageEvidence> ToEvidence(string name) =>
            smart.Raw is not { Length: > 0 } raw ? []
            : [new StageEvidence(raw.AsSpan().TrimStart() is ['{', ..] ? $"{name}.json" : $"{name}.txt", raw) { SmartTakenAt = smart.TakenAt }];
    }
}
