namespace Burnin.Domain.Smart;

/// <summary>Whether a snapshot says anything of the drive's health.</summary>
public static class SmartReadability
{
    extension(SmartSnapshot snapshot)
    {
        public bool IsReadable => snapshot.WhyUnreadable is null;

        /// <summary>In a sentence; null where it can be judged by.</summary>
        public string? WhyUnreadable => snapshot switch
        {
            { Unavailable: { } why } => why,
            { Facts: null } => "nothing was read.",
            { Facts.Kind: SmartReportKind.Standby } => "the drive sleeps and was not woken.",
            { Facts.IsSmartEnabled: false } => "SMART is switched off on the drive.",
            { Facts.Kind: SmartReportKind.Info } or { Facts.IsSmartAvailable: false } => "the drive has no SMART.",
            { Facts.Kind: not SmartReportKind.Report } => "smartctl's answer was not understood.",
            { Facts: { HealthPassed: null, Attributes.IsEmpty: true, Scsi: null, Nvme: null } } => "neither the drive's health nor any of its counters could be read.",
            _ => null,
        };
    }
}
