using System.Diagnostics;
using Burnin.Nas.Shell;

namespace Burnin.Nas.Tests.Shell;

/// <summary>The shells that hosts have. They take the place of /bin/sh itself, since runners are started with that.</summary>
internal static class PosixShells
{
    public static LocalShell Named(string shell) => shell switch
    {
        "dash" => new LocalShell(),
        "busybox" => new LocalShell("/usr/bin/unshare", "-m", "/usr/bin/busybox", "sh", "-c", "mount --bind /usr/bin/busybox /usr/bin/dash && exec /bin/sh -s"),
        "bash" => new LocalShell("/usr/bin/unshare", "-m", "/usr/bin/bash", "-c", "mount --bind /usr/bin/bash /usr/bin/dash && exec /bin/sh -s"),
        _ => throw new UnreachableException(),
    };
}
