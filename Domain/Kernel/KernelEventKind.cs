namespace Burnin.Domain.Kernel;

/// <summary>What the kernel of a host complains of. In order of how plainly a line says it.</summary>
public enum KernelEventKind
{
    /// <summary>The drive itself says that it cannot read or write what it holds (UNC, Medium Error).</summary>
    MediumError,

    /// <summary>The drive itself says that a part of it is broken (Hardware Error).</summary>
    HardwareError,

    /// <summary>Something was garbled on the way between drive and host.</summary>
    CrcError,

    LinkSpeedDown,

    LinkDown,

    LinkReset,

    /// <summary>The controller itself, with all that hangs on it.</summary>
    HbaReset,

    DeviceGone,

    Timeout,

    /// <summary>Of the bus that the controller or an NVMe drive sits on.</summary>
    PcieError,

    /// <summary>An I/O failed, without a word why.</summary>
    IoError,
}
