namespace Burnin.Nas.TrueNas;

/// <summary>How a release tells which disks are free, beyond the pool that <c>disk.query</c> names.</summary>
internal enum UseWay
{
    /// <summary>CORE and 22.02: <c>disk.get_unused</c>, which shows members of exported pools as free.</summary>
    Unused,

    /// <summary>22.12 to 24.04: <c>disk.get_unused</c>, which names the exported pool.</summary>
    UnusedWithExported,

    /// <summary>24.10 and later: <c>disk.details</c>.</summary>
    Details,
}
