namespace Burnin.Domain.Nases;

public enum NasKind
{
    /// <summary>The REST contract of the original dashboard, only when chosen by name: no product on sale speaks it.</summary>
    Original,

    /// <summary>A Linux host over SSH, without any NAS API.</summary>
    Linux,

    /// <summary>The machine that Burnin itself runs on, without SSH.</summary>
    Local,
}
