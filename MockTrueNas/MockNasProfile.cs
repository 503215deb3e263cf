namespace Burnin.MockTrueNas;

/// <summary>Which product a pretend NAS claims to be: its routes, its fields, its words, the names of its devices.</summary>
public enum MockNasProfile
{
    /// <summary>The REST contract of the original dashboard, which no real product speaks.</summary>
    Original,

    /// <summary>TrueNAS CORE 12.0-U8.1.</summary>
    Core120,

    /// <summary>TrueNAS CORE 13.0-U6.8.</summary>
    Core130,

    /// <summary>TrueNAS CORE 13.3-U1.2.</summary>
    Core133,

    /// <summary>TrueNAS SCALE 22.12.4.</summary>
    Scale2212,

    /// <summary>TrueNAS SCALE 23.10.2.</summary>
    Scale2310,

    /// <summary>TrueNAS SCALE 24.04.2.</summary>
    Scale2404,

    /// <summary>TrueNAS SCALE 24.10.2.</summary>
    Scale2410,

    /// <summary>TrueNAS 25.04.2: the last with SMART in its API, the first with JSON-RPC.</summary>
    TrueNas2504,

    /// <summary>TrueNAS 25.10.6: the last with REST.</summary>
    TrueNas2510,

    /// <summary>TrueNAS 26.0.</summary>
    TrueNas260,
}
