using System.Collections.Immutable;
using Burnin.Domain.Jobs;

namespace Burnin.Domain.Smart.Rules;

/// <summary>Whether the drive can be held against itself at all: what it counted before and does not tell now is not zero.</summary>
internal sealed class ComparableRule : ISmartRule
{
    /// <summary>Attributes that count damage.</summary>
    private static readonly ImmutableArray<int> Damage = [5, 184, 187, 197, 198];

    public IEnumerable<Reason> Judge(SmartCase given)
    {
        if (given.Before is not { } before)
        {
            yield break;
        }

        var lost = Lost(before, given.Now).ToList();
        if (lost.Count > 0)
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

    private static IEnumerable<string> Lost(SmartReport before, SmartReport now)
    {
        if (!before.Attributes.IsEmpty && now.Attributes.IsEmpty)
        {
            yield return "the attribute table";
        }
        else
        {
            foreach (var attribute in before.Attributes.Where(attribute => Damage.Contains(attribute.Id) && now.Attribute(attribute.Id) is null))
            {
                yield return $"attribute {attribute.Id} ({attribute.Name})";
            }
        }

        if ((before.Scsi, now.Scsi) is (not null, null) or ({ GrownDefects: not null }, { GrownDefects: null }) || LacksUncorrected(before.Scsi?.Read, now.Scsi?.Read) || LacksUncorrected(before.Scsi?.Write, now.Scsi?.Write))
        {
            yield return "all of its error counters";
        }

        if (before.Nvme?.MediaErrors is not null && now.Nvme?.MediaErrors is null)
        {
            yield return "the count of media errors";
        }
    }

    private static bool LacksUncorrected(ScsiErrorCounter? before, ScsiErrorCounter? now) => before?.Uncorrected is not null && now?.Uncorrected is null;
}
