using Burnin.Domain.Jobs;

namespace Burnin.Domain.Smart.Rules;

/// <summary>Whether the drive can be held against itself at all: what it counted before and does not tell now is not zero.</summary>
internal sealed class ComparableRule : ISmartRule
{
    public IEnumerable<Reason> Judge(SmartCase given)
    {
        if (given.Before is not { } before)
        {
            yield break;
        }

        string[] lost =
        [
            .. !before.Attributes.IsEmpty && given.Now.Attributes.IsEmpty ? ["the attribute table"] : Array.Empty<string>(),
            .. before.Scsi is not null && given.Now.Scsi is null ? ["the error counters"] : Array.Empty<string>(),
            .. before.Nvme is not null && given.Now.Nvme is null ? ["the health log"] : Array.Empty<string>(),
        ];
        if (lost.Length > 0)
        {
            yield return new Reason("smart_incomplete", Severity.Inconclusive, $"Before the test the drive gave {string.Join(" and ", lost)}, after it it did not, so nobody knows whether it got worse.", given.Policy.Id)
            {
                WhatNext = "Read its SMART data once more; where they stay away, power the drive off and on.",
            };
        }

        if (before.DeviceType != given.Now.DeviceType && (before.DeviceType, given.Now.DeviceType) is (not null, not null))
        {
            yield return new Reason("smart_read_otherwise", Severity.Note, $"The drive was asked as {before.DeviceType} before the test and as {given.Now.DeviceType} after it; some counters may not be the same ones.", given.Policy.Id);
        }

        if (before.SmartctlVersion is { } was && given.Now.SmartctlVersion is { } version && was != version)
        {
            yield return new Reason("smartctl_changed", Severity.Note, $"smartctl was {was} before the test and {version} after it; what both printed was decoded in the same way.", given.Policy.Id);
        }
    }
}
