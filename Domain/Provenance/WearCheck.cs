using Burnin.Domain.Jobs;
using Burnin.Domain.Smart.Rules;

namespace Burnin.Domain.Provenance;

/// <summary>New flash has used at most one percent of its endurance (ours: the counter steps in whole percent).</summary>
internal sealed class WearCheck : IProvenanceCheck
{
    private const long MostPercent = 1;

    public IEnumerable<Reason> Look(ProvenanceCase given) =>
        given.IsSoldAsNew && EnduranceRule.UsedPercentOf(given.Report) is { } used && used > MostPercent
            ? [new Reason("worn", Severity.Note, FormattableString.Invariant($"{used} % of its endurance is used already."), given.Policy.Id) { After = used, Limit = MostPercent, WhatNext = "If it was sold as new, ask the seller." }]
            : [];
}
