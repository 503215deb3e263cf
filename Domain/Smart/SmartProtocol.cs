namespace Burnin.Domain.Smart;

public enum SmartProtocol
{
    Ata,

    /// <summary>SAS, and whatever answers as SCSI: RAID volumes, USB bridges.</summary>
    Scsi,
    Nvme,
}
