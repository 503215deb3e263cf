using Burnin.Domain.Jobs;
using Burnin.Domain.Smart;

namespace Burnin.Domain.Provenance;

/// <summary>What was written to a drive that should be new. More than a twentieth of it is more than a maker's test or a look at it leaves (ours).</summary>
internal sealed class WrittenBytesCheck : IProvenanceCheck
{
    private const long PartOfDrive = 20;
    private const int GeneralPage = 1;
    private const int LogicalSectorsWritten = 24;

    public IEnumerable<Reason> Look(ProvenanceCase given)
    {
        var most = given.Target.SizeBytes / PartOfDrive;
        return given.IsSoldAsNew && WrittenBytesOf(given.Report) is { } written && written > most
            ? [new Reason("data_written", Severity.Note, FormattableString.Invariant($"{written / 1e9m:N1} GB were written to the drive already, of {given.Target.SizeBytes / 1e9m:N0} GB that it holds."), given.Policy.Id)
            {
                After = Math.Round(written),
                Limit = most,
                WhatNext = "If it was sold as new, ask the seller.",
            }]
            : [];
    }

    /// <summary>Attribute 241 is left out: its unit is the maker's secret.</summary>
    private static decimal? WrittenBytesOf(SmartReport report) => report switch
    {
        { Nvme.DataUnitsWritten: { } units } => units * 512_000m,
        { Scsi.Write.GigabytesProcessed: { } gigabytes } => gigabytes * 1e9m,
        _ when report.Statistic(GeneralPage, LogicalSectorsWritten) is { } sectors => sectors * (decimal)(report.Identity.LogicalBlockBytes ?? 512),
        { Farm.LogicalSectorsWritten: { } sectors } => sectors * (decimal)(report.Identity.LogicalBlockBytes ?? 512),
        _ => null,
    };
}
