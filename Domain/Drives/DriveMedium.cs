namespace Burnin.Domain.Drives;

public enum DriveMedium
{
    Unknown,
    Hdd,
    Ssd,
    Nvme,

    /// <summary>A file behind a loop device: for tests and training, only where the NAS allows it.</summary>
    Loop,
}
