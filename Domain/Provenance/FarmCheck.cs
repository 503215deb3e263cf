using Burnin.Domain.Jobs;

namespace Burnin.Domain.Provenance;

/// <summary>
/// Seagate's own metrics (FARM) survive what resets SMART. Used drives that were sold as new were found by just that in 2025.
/// From a day of difference on it is worth a word; a thousand hours nobody has by mistake (the default of Multi-Report).
/// </summary>
internal sealed class FarmCheck : IProvenanceCheck
{
    private const long WorthAWord = 24;
    private const long NoMistake = 1000;

    public IEnumerable<Reason> Look(ProvenanceCase given)
    {
        if (given.Report is not { Farm.PowerOnHours: { } farm, PowerOnHours: { } smart } || farm - smart <= WorthAWord)
        {
            yield break;
        }

        var isTold = farm - smart >= NoMistake;
        yield return new Reason(
            "farm_hours",
            isTold && given.IsSoldAsNew ? Severity.Fail : Severity.Note,
            FormattableString.Invariant($"SMART says {smart} hours, the drive's own FARM log {farm}: its SMART data were reset."),
            given.Policy.Id)
        {
            Before = smart,
            After = farm,
            Limit = smart + WorthAWord,
            WhatNext = "Send it back if it was sold as new.",
        };
    }
}
