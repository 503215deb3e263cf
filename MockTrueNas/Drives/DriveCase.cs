namespace Burnin.MockTrueNas.Drives;

/// <summary>What is the matter with a drive: free, in use in one of the ways that an API shows or hides, or odd.</summary>
public enum DriveCase
{
    /// <summary>Blank and nobody's.</summary>
    Free,

    /// <summary>Free, and its self-tests end at bad sectors.</summary>
    Failing,

    /// <summary>Free, with a full self-test log and counters of a long life.</summary>
    Aged,

    /// <summary>One half of the boot pool.</summary>
    Boot,

    /// <summary>In the mirror of the pool <c>tank</c>.</summary>
    PoolData,

    /// <summary>The log device of <c>tank</c>.</summary>
    PoolLog,

    /// <summary>The cache device of <c>tank</c>.</summary>
    PoolCache,

    /// <summary>The hot spare of <c>tank</c>.</summary>
    PoolSpare,

    /// <summary>In a pool imported by hand, which the NAS's database does not know.</summary>
    PoolByHand,

    /// <summary>A whole disk in a pool, without partitions: CORE cannot map it.</summary>
    PoolWholeDisk,

    /// <summary>In a pool that was exported.</summary>
    Exported,

    /// <summary>Encrypted (CORE), in a pool of the database that is locked.</summary>
    GeliLocked,

    /// <summary>Encrypted (CORE), of a pool that the database does not know.</summary>
    GeliForeign,

    /// <summary>Once in a pool: only the remembered guid is left.</summary>
    FormerMember,

    /// <summary>Carries a swap partition and nothing else.</summary>
    Swap,

    /// <summary>Carries a file system of another world, mounted by hand: no call sees it.</summary>
    Foreign,

    /// <summary>Shares serial and lunid with its neighbour: the database has one row for both.</summary>
    TwinCollapsed,

    /// <summary>Shares its serial with its neighbour, and each has a row.</summary>
    TwinRow,

    /// <summary>Reports no serial.</summary>
    NoSerial,

    /// <summary>Taken out days ago; its row lingers.</summary>
    Expired,

    /// <summary>Reports no capacity.</summary>
    NoSize,

    /// <summary>A card reader whose rotation rate is a word.</summary>
    UnknownRotation,

    /// <summary>Behind a USB bridge.</summary>
    Usb,

    /// <summary>Left out of the NAS's own SMART monitoring.</summary>
    NotMonitored,

    /// <summary>Has no sensor that anybody can read.</summary>
    Sensorless,

    /// <summary>Formatted with protection information.</summary>
    Protected,

    /// <summary>Reached by two paths (CORE): its device is <c>multipath/diskN</c>.</summary>
    Multipath,
}
