using System.Globalization;

namespace Burnin.MockTrueNas.Boxes;

/// <summary>The error numbers on the wire: the system's, and those that the product added.</summary>
internal static class Errno
{
    public const int NoEntry = 2;
    public const int Again = 11;
    public const int Access = 13;
    public const int Fault = 14;
    public const int Busy = 16;
    public const int Invalid = 22;
    public const int NotSupported = 95;
    public const int TooManyReferences = 109;
    public const int NoMethod = 201;
    public const int NotAuthenticated = 207;

    public static string Name(int errno) => errno switch
    {
        NoEntry => "ENOENT",
        Again => "EAGAIN",
        Access => "EACCES",
        Fault => "EFAULT",
        Busy => "EBUSY",
        Invalid => "EINVAL",
        NotSupported => "EOPNOTSUPP",
        TooManyReferences => "ETOOMANYREFS",
        NoMethod => "ENOMETHOD",
        NotAuthenticated => "ENOTAUTHENTICATED",
        _ => errno.ToString(CultureInfo.InvariantCulture),
    };
}
