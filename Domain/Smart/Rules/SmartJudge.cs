using System.Collections.Immutable;
using Burnin.Domain.Drives;
using Burnin.Domain.Jobs;
using Burnin.Domain.Verdicts;

namespace Burnin.Domain.Smart.Rules;

/// <summary>What a drive's SMART data say of it: all rules of a policy, gravest reasons first.</summary>
public static class SmartJudge
{
    private static readonly ImmutableArray<ISmartRule> Rules =
    [
        new HealthRule(), new IdentityRule(), new ComparableRule(), new SelfTestLogRule(),
        new PendingSectorsRule(), new OfflineUncorrectableRule(), new ReallocatedSectorsRule(), new ReportedUncorrectableRule(), new EndToEndErrorRule(),
        new ScsiUncorrectedRule(), new ScsiPendingDefectsRule(), new GrownDefectsRule(), new NvmeMediaErrorRule(), new NvmeCriticalWarningRule(),
        new AttributeThresholdRule(), new AtaErrorLogRule(), new SpinRetryRule(), new HeliumRule(), new SpareRule(), new EnduranceRule(),
        new TemperatureRule(), new CommandTimeoutRule(), new LinkErrorRule(), new NonMediumErrorRule(),
    ];

    /// <summary>Before the test.</summary>
    public static ImmutableArray<Reason> Before(VerdictPolicy policy, DriveMedium medium, SmartSnapshot now) =>
        Unreadable(policy, medium, now, isBaseline: true) is { } unreadable ? [unreadable]
        : Judged(policy, new SmartCase { Policy = policy, Now = now.Facts!, IsBaseline = true, Medium = medium });

    /// <summary>After the test.</summary>
    /// <param name="policy">By what measure.</param>
    /// <param name="medium">What the NAS takes the drive for.</param>
    /// <param name="before">Null where nobody looked.</param>
    /// <param name="now">As it is.</param>
    /// <param name="hottestCelsius">The most that was seen during the test.</param>
    public static ImmutableArray<Reason> After(VerdictPolicy policy, DriveMedium medium, SmartSnapshot? before, SmartSnapshot now, int? hottestCelsius) =>
        Unreadable(policy, medium, now, isBaseline: false) is { } unreadable ? [unreadable]
        : Judged(policy, new SmartCase { Policy = policy, Now = now.Facts!, Before = before is { IsReadable: true } ? before.Facts : null, Medium = medium, HottestCelsius = hottestCelsius }) is var reasons
            && !policy.IsWatchListOnly ? [.. reasons, .. Partly(policy, now.Facts!)]
        : [.. reasons, .. ClassicWatchList.Judge(before, now)];

    private static ImmutableArray<Reason> Judged(VerdictPolicy policy, SmartCase given) =>
    [
        .. (policy.IsWatchListOnly ? new HealthRule().Judge(given) : Rules.SelectMany(rule => rule.Judge(given)))
            .Select(reason => policy.Overrides.Aggregate(reason, (tempered, model) => model.Tempered(tempered)))
            .OrderByDescending(reason => reason.Severity),
    ];

    /// <summary>A drive that cannot be read is not judged, and so never passes. Before the test it may still come to be read after it.</summary>
    private static Reason? Unreadable(VerdictPolicy policy, DriveMedium medium, SmartSnapshot now, bool isBaseline)
    {
        if (now.IsReadable)
        {
            return null;
        }

        var hasSmart = medium != DriveMedium.Loop;
        return new Reason("smart_unavailable", hasSmart && !isBaseline && !policy.IsWatchListOnly ? Severity.Inconclusive : Severity.Note, $"No SMART data: {now.WhyUnreadable}", policy.Id)
        {
            WhatNext = hasSmart ? "Look why smartctl cannot read the drive: a USB bridge or a RAID controller in between, no smartctl on the NAS, or SMART switched off." : null,
        };
    }

    private static IEnumerable<Reason> Partly(VerdictPolicy policy, SmartReport report) =>
        report is { Attributes.IsEmpty: true, Scsi: null, Nvme: null }
            ? [new Reason("smart_partial", Severity.Note, "The drive's health could be read, but none of its counters, so nobody knows whether they grew.", policy.Id)]
            : [];
}
