using Burnin.Domain.Jobs;

namespace Burnin.Domain.Provenance;

/// <summary>Drives from storage arrays come with sectors of 520 or 528 bytes, or with protection information: no NAS can use them before they are formatted.</summary>
internal sealed class SectorFormatCheck : IProvenanceCheck
{
    private const string WhatNext = "Format it first (sg_format --format --size=512 --fmtpinfo=0); that takes as long as a pass over the drive, and must not be interrupted.";

    public IEnumerable<Reason> Look(ProvenanceCase given)
    {
        if (given.Report.Identity.LogicalBlockBytes is { } bytes && bytes is not (512 or 4096))
        {
            yield return new Reason("sector_size", Severity.Inconclusive, FormattableString.Invariant($"The drive has sectors of {bytes} bytes; only 512 and 4096 can be used."), given.Policy.Id) { After = bytes, Limit = 512, WhatNext = WhatNext };
        }

        if (given.Report.Identity.ProtectionType is > 0 and var type)
        {
            yield return new Reason("protection_information", Severity.Inconclusive, FormattableString.Invariant($"The drive is formatted with protection information of type {type}."), given.Policy.Id) { After = type, Limit = 0, WhatNext = WhatNext };
        }
    }
}
