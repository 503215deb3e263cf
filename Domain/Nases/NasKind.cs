namespace Burnin.Domain.Nases;

public enum NasKind
{
    /// <summary>The REST contract of the original dashboard, only when chosen by name: no product on sale speaks it.</summary>
    Original,

    /// <summary>A TrueNAS, by whatever its release offers.</summary>
    Auto,

    /// <summary>A TrueNAS by REST: up to 25.10.</summary>
    Rest,

    /// <summary>A TrueNAS by JSON-RPC over a web socket: 25.04 and later.</summary>
    JsonRpc,

    /// <summary>A Linux host over SSH, without any NAS API.</summary>
    Linux,

    /// <summary>The machine that Burnin itself runs on, without SSH.</summary>
    Local,
}
