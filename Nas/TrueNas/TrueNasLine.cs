namespace Burnin.Nas.TrueNas;

/// <summary>The lines of the product.</summary>
internal enum TrueNasLine
{
    /// <summary>12 and 13, on FreeBSD.</summary>
    Core,

    /// <summary>22.02 to 24.10.</summary>
    Scale,

    /// <summary>25.04 and later, by no other name.</summary>
    TrueNas,
}
