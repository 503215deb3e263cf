using Burnin.Domain.Jobs;

namespace Burnin.Domain.Smart.Rules;

/// <summary>Errors that an ATA drive has logged during the test: a sector that it could not read (UNC) condemns it, anything else may be the link. Old entries are history.</summary>
internal sealed class AtaErrorLogRule : ISmartRule
{
    public IEnumerable<Reason> Judge(SmartCase given)
    {
        var count = new Count("ata_errors", "Errors in the drive's log", given.Before?.AtaErrorCount, given.Now.AtaErrorCount);
        if (!given.IsAta || count.Growth is not > 0)
        {
            return [];
        }

        var isUncorrectable = given.Now.AtaErrors.Any(error => error.Number > count.Before && error.What.Contains("UNC", StringComparison.Ordinal));
        var reason = count.Judged(given, null, isUncorrectable ? Severity.Fail : Severity.Note)!;
        return [isUncorrectable ? reason with { Text = $"{reason.Text} Among the new ones are sectors that could not be read." } : reason with { WhatNext = "Look at the evidence for what they are, and at the cable." }];
    }
}
