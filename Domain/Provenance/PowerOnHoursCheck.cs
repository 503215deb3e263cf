using Burnin.Domain.Jobs;

namespace Burnin.Domain.Provenance;

/// <summary>A new drive has a few hours from its maker's own tests, and no more than a day (the limit is ours).</summary>
internal sealed class PowerOnHoursCheck : IProvenanceCheck
{
    public IEnumerable<Reason> Look(ProvenanceCase given) =>
        given.Policy.MostPowerOnHours is { } most && given.Report.PowerOnHours is { } hours && hours > most
            ? [new Reason("power_on_hours", Severity.Note, FormattableString.Invariant($"The drive has run for {hours} hours; a new one has no more than {most}."), given.Policy.Id)
            {
                After = hours,
                Limit = most,
                WhatNext = "If it was sold as new, ask the seller; if it was not, judge it by the policy \"used\".",
            }]
            : [];
}
