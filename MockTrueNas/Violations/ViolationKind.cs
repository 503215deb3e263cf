namespace Burnin.MockTrueNas.Violations;

/// <summary>What no client may do to a NAS, whatever the NAS answers.</summary>
public enum ViolationKind
{
    /// <summary><c>POST /smart/test</c>: it starts nothing, but schedules tests for ever.</summary>
    TestScheduled,

    /// <summary><c>disk.wipe</c> on a drive that is in use, or might be.</summary>
    UsedDiskWiped,

    /// <summary>A method that the product keeps for itself.</summary>
    PrivateMethod,

    /// <summary>A key sent in the clear.</summary>
    KeyInTheClear,

    /// <summary>An expensive look at all disks, again and again.</summary>
    ScanPolled,

    /// <summary>A key offered again and again after it was refused.</summary>
    RefusedKeyRepeated,

    /// <summary>A test that blocks the drive until it ends.</summary>
    CaptiveTest,

    /// <summary>A method that changes the box itself.</summary>
    BoxChanged,
}
