using System.Collections.Immutable;
using Burnin.Domain.Drives;
using Burnin.Domain.Jobs;
using Burnin.Domain.Smart;
using Burnin.Domain.Verdicts;

namespace Burnin.Domain.Provenance;

/// <summary>"Is this the drive I paid for?": what speaks for a past, another technology, or less than the label says.</summary>
public static class ProvenanceJudge
{
    private static readonly ImmutableArray<IProvenanceCheck> Checks =
        [new FarmCheck(), new PowerOnHoursCheck(), new WrittenBytesCheck(), new WearCheck(), new HiddenCapacityCheck(), new SectorFormatCheck(), new DuplicateSerialCheck(), new ShingledCheck()];

    /// <param name="policy">By what measure.</param>
    /// <param name="target">The drive that is meant.</param>
    /// <param name="facts">What the NAS says of it; null where it does not answer.</param>
    /// <param name="smart">What the drive says itself.</param>
    public static ImmutableArray<Reason> Judge(VerdictPolicy policy, DriveTarget target, DriveFacts? facts, SmartSnapshot smart) =>
        policy.IsWatchListOnly ? []
        :
        [
            .. Checks.SelectMany(check => check.Look(new ProvenanceCase
            {
                Policy = policy,
                Target = target,
                Report = smart.Facts ?? new SmartReport { Kind = SmartReportKind.Error },
                Facts = facts?.InUse ?? [],
                NativeBytes = smart.Facts?.Identity.NativeCapacityBytes ?? facts?.NativeBytes,
            })).Select(reason => policy.Overrides.Aggregate(reason, (tempered, model) => model.Tempered(tempered))),
        ];
}
