using Burnin.Domain.Drives;
using Burnin.Domain.Smart;

namespace Burnin.Domain.Nases;

/// <summary>One drive looked at just now. Facts are null where no disk on the NAS answers to the serial.</summary>
public sealed record DriveExamination(DriveFacts? Facts, SmartSnapshot Smart)
{
    /// <summary>With the health that the NAS itself tells where the drive did not, and the worse of the two where they differ.</summary>
    public SmartSnapshot Told => Facts?.SmartPassed is not { } told || Smart.Unavailable is not null ? Smart : Smart with
    {
        Passed = told && Smart.Passed != false,
        Report = Smart.Report is { } report ? report with { HealthPassed = told && report.HealthPassed != false } : null,
    };
}
