namespace Burnin.Domain.Kernel;

/// <summary>The names by which the kernel's log knows one disk. Null where it has none of the kind.</summary>
public sealed record KernelNames
{
    /// <summary><c>sda</c>, <c>nvme0n1</c>, <c>ada0</c>.</summary>
    public required string Device { get; init; }

    /// <summary><c>ata3</c>.</summary>
    public string? AtaPort { get; init; }

    /// <summary>Host, channel, target and LUN: <c>2:0:0:0</c>.</summary>
    public string? ScsiAddress { get; init; }

    /// <summary>What it hangs on: <c>mpt3sas_cm0</c>, <c>mps0</c>, <c>ahcich0</c>; of an NVMe drive its own <c>nvme0</c>.</summary>
    public string? Controller { get; init; }

    /// <summary>Of the controller: <c>0000:01:00.0</c>.</summary>
    public string? PciAddress { get; init; }

    /// <summary><c>0x5000c500a1b2c3d5</c>, of the port that is used.</summary>
    public string? SasAddress { get; init; }
}
