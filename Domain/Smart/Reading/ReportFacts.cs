using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Burnin.Domain.Smart.Reading;

/// <summary>What follows from the facts of a report, whichever form they came in.</summary>
internal static partial class ReportFacts
{
    extension(SmartReport report)
    {
        /// <summary>Something that tells of the drive's state, beside who it is.</summary>
        public bool HasData =>
            report.HealthPassed is not null || report.HealthText is not null || !report.Attributes.IsEmpty || report.Nvme is not null
            || report.SelfTests.Log is not null || report.SelfTests.IsRunning is not null || report.AtaErrorCount is not null
            || !report.DeviceStatistics.IsEmpty || report.Farm is not null || report.PowerOnHours is not null || report.PendingDefectCount is not null
            || !report.PhyCounters.IsEmpty
            || report.Scsi is { } scsi
                && (scsi.GrownDefects is not null || scsi.NonMediumErrors is not null || scsi.BackgroundScanStatus is not null || scsi.ErrorCounters().Any());

        public bool HasIdentity => report.Identity.Model is not null || report.Identity.Serial is not null;

        /// <summary>Attributes decoded, what hangs on them filled in, and the kind told.</summary>
        /// <param name="isAsleep">smartctl said that it leaves the drive asleep.</param>
        /// <param name="isCommand">It was asked for a self-test, or for its end.</param>
        public SmartReport Completed(bool isAsleep, bool isCommand)
        {
            var isSeagateDisk = IsSeagate(report.Identity) && report.Identity.RotationRpm != 0;
            var attributes = report.Attributes.Select(row => AttributeDecoding.Decode(row, isSeagateDisk)).ToImmutableArray();
            var decoded = report with
            {
                Attributes = attributes,
                Identity = report.Identity with
                {
                    RotationRpm = report.Protocol is SmartProtocol.Nvme && report.HasIdentity ? 0 : report.Identity.RotationRpm,
                    NativeCapacityBytes = report.Identity.NativeCapacityBytes ?? NativeBytes(report.Farm),
                },
            };
            var filled = decoded with
            {
                PowerOnHours = report.PowerOnHours ?? HoursOf(decoded),
                PowerCycles = report.PowerCycles ?? decoded.Attribute(12)?.Decoded,
                Temperature = report.Temperature with { CurrentCelsius = report.Temperature.CurrentCelsius ?? HeatOf(decoded) },
                Uncertain =
                [
                    .. report.Uncertain,
                    .. attributes.Where(row => row.Note == AttributeDecoding.LargeCount)
                        .Select(row => $"attribute {row.Id} (upper words set: very large count or vendor use)"),
                ],
            };
            return filled with { Kind = KindOf(filled, isAsleep, isCommand) };
        }
    }

    private static SmartReportKind KindOf(SmartReport report, bool isAsleep, bool isCommand) =>
        report.HasData ? SmartReportKind.Report
        : isAsleep ? SmartReportKind.Standby
        : !report.Scan.IsEmpty ? SmartReportKind.Scan
        : isCommand ? SmartReportKind.Command
        : report.HasIdentity ? SmartReportKind.Info
        : SmartReportKind.Error;

    private static long? HoursOf(SmartReport report) =>
        report.Attribute(9) is { } row && row.Name.StartsWith("Power_On_", StringComparison.Ordinal) ? row.Decoded : null;

    private static int? HeatOf(SmartReport report) =>
        (report.Attribute(194) ?? report.Attribute(190)) is { Decoded: > 0 and < 128 and var celsius } row
        && row.Name.Contains("Temp", StringComparison.OrdinalIgnoreCase) ? (int)celsius : null;

    private static long? NativeBytes(SeagateFarm? farm) =>
        farm is { CapacitySectors: > 0 and < 1L << 50 and var sectors, LogicalSectorBytes: > 0 and var bytes } ? sectors * bytes : null;

    private static bool IsSeagate(SmartIdentity identity) =>
        identity.Family?.StartsWith("Seagate", StringComparison.OrdinalIgnoreCase) == true
        || (identity.Model is { } model && SeagateModel().IsMatch(model));

    [GeneratedRegex(@"(?:^|\s)ST\d{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex SeagateModel();
}
