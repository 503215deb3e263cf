namespace Burnin.MockTrueNas.Drives;

/// <summary>How a drive is spoken to; each keeps its own kind of SMART.</summary>
public enum DriveProtocol
{
    /// <summary>SATA.</summary>
    Ata,

    /// <summary>SCSI over SAS.</summary>
    Sas,

    /// <summary>NVMe.</summary>
    Nvme,
}
