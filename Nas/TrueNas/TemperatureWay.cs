namespace Burnin.Nas.TrueNas;

/// <summary>How a release is asked for the temperature of its disks.</summary>
internal enum TemperatureWay
{
    /// <summary>12.0: all at once, each measured.</summary>
    Plain,

    /// <summary>13.0 to 13.3 and 22.02: the call for many answers everybody with what somebody else asked five minutes ago, so each disk is asked alone.</summary>
    OneByOne,

    /// <summary>22.12 to 25.04: all at once, as fresh as is wished.</summary>
    WithOptions,

    /// <summary>25.10 and later: what the kernel measures, up to five minutes old, and nothing for disks that it has no sensor of.</summary>
    FromKernel,
}
