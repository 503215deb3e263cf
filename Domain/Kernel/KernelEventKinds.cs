namespace Burnin.Domain.Kernel;

/// <summary>What each kind means and is called.</summary>
public static class KernelEventKinds
{
    extension(KernelEventKind kind)
    {
        /// <summary>In the plural, for a sentence.</summary>
        public string Words => kind switch
        {
            KernelEventKind.MediumError => "medium errors",
            KernelEventKind.HardwareError => "hardware errors",
            KernelEventKind.CrcError => "checksum errors on the link",
            KernelEventKind.LinkSpeedDown => "reductions of the link speed",
            KernelEventKind.LinkDown => "losses of the link",
            KernelEventKind.LinkReset => "resets of the link",
            KernelEventKind.HbaReset => "resets of the controller",
            KernelEventKind.DeviceGone => "losses of the drive",
            KernelEventKind.Timeout => "time-outs",
            KernelEventKind.PcieError => "PCIe errors",
            KernelEventKind.IoError => "I/O errors",
        };

        /// <summary>The drive accuses itself: neither cable nor controller can make it say so.</summary>
        public bool AccusesDrive => kind is KernelEventKind.MediumError or KernelEventKind.HardwareError;

        /// <summary>The way between drive and controller is at fault, or may be.</summary>
        public bool AccusesLink => kind is KernelEventKind.CrcError or KernelEventKind.LinkSpeedDown or KernelEventKind.LinkDown or KernelEventKind.LinkReset;
    }
}
