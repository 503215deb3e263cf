namespace Burnin.Domain.Smart.Rules;

/// <summary>What a drive is to the rules: each kind counts other things, and the same things otherwise.</summary>
public enum DriveKind
{
    /// <summary>A SATA hard disk, and whatever does not say that it is something else: they are judged most strictly.</summary>
    AtaDisk,
    AtaFlash,

    /// <summary>SAS, disk or flash.</summary>
    Sas,
    Nvme,
}
