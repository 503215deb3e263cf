using Burnin.Domain.Jobs;

namespace Burnin.Domain.Provenance;

/// <summary>
/// Shingled tracks (SMR): fine for archives, very slow to rebuild an array with. Some drives say it, smartmontools' database
/// knows some, a disk that takes TRIM is most likely one, and for the rest there is a list.
/// </summary>
internal sealed class ShingledCheck : IProvenanceCheck
{
    public IEnumerable<Reason> Look(ProvenanceCase given)
    {
        var identity = given.Report.Identity;
        var why = !given.IsSpinning || given.Report.Farm?.RecordingType == "CMR" ? null
            : given.Report.Farm?.RecordingType == "SMR" ? "its FARM log says so"
            : identity.Zoned is { } zones ? $"it says so itself ({zones})"
            : identity.Family?.Contains("(SMR", StringComparison.OrdinalIgnoreCase) == true ? $"smartmontools' database knows its family as {identity.Family}"
            : ShingledModels.Contains(given.Model) ? $"{given.Model} is on the list of such models"
            : identity.HasTrim == true ? "it is a disk and takes TRIM, which others have no use for"
            : null;
        return why is null ? [] :
        [
            new Reason("smr", Severity.Note, $"The drive writes shingled tracks (SMR): {why}.", given.Policy.Id)
            {
                WhatNext = "Do not use it in a RAID or a ZFS pool: a rebuild takes many times as long. Its speed while writing says nothing of its health.",
            },
        ];
    }
}
