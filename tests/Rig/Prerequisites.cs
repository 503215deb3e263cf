namespace Burnin.Rig;

/// <summary>Says what this machine lacks, so that a test can be skipped with a reason instead of failing with a riddle.</summary>
public static class Prerequisites
{
    public static IReadOnlyList<Prerequisite> ForLoopDisks { get; } = [Prerequisite.Root, Prerequisite.LoopDevices];

    public static IReadOnlyList<Prerequisite> ForFaultyDisks { get; } =
        [.. ForLoopDisks, Prerequisite.Nbdkit, Prerequisite.Nbdfuse, Prerequisite.Compiler];

    /// <summary>Null where nothing is missing, else a sentence for the skip message.</summary>
    public static string? Missing(params IEnumerable<Prerequisite> wanted)
    {
        var lacks = wanted.Distinct().Select(Lack).OfType<string>().ToList();

        return lacks.Count == 0 ? null : $"This machine lacks: {string.Join("; ", lacks)}.";
    }

    private static string? Lack(Prerequisite prerequisite) => prerequisite switch
    {
        Prerequisite.Root => Environment.IsPrivilegedProcess ? null : "root (loop devices, private sshd)",
        Prerequisite.LoopDevices => File.Exists("/dev/loop-control") ? Programme("losetup", "util-linux") : "/dev/loop-control",
        Prerequisite.Nbdkit => Programme("nbdkit", "nbdkit"),
        Prerequisite.Nbdfuse => File.Exists("/dev/fuse")
            ? Programme("nbdfuse", "libnbd-bin") ?? Programme("fusermount3", "fuse3")
            : "/dev/fuse",
        Prerequisite.Compiler => Programme("gcc", "gcc")
            ?? (File.Exists("/usr/include/nbdkit-plugin.h") ? null : "nbdkit-plugin.h (package nbdkit-plugin-dev)"),
        Prerequisite.Badblocks => Programme("badblocks", "e2fsprogs"),
        Prerequisite.Fio => Programme("fio", "fio"),
        Prerequisite.Smartctl => Programme("smartctl", "smartmontools"),
        Prerequisite.Busybox => Programme("busybox", "busybox"),
        Prerequisite.Sshd => Programme("sshd", "openssh-server"),
        Prerequisite.SmtpServer => Directory.Exists(SmtpServer.Program) ? null : "aiosmtpd (package python3-aiosmtpd)",
        Prerequisite.Chromium => Programme("chromium", "chromium"),
    };

    private static string? Programme(string name, string package) =>
        Command.Find(name) is null ? $"{name} (package {package})" : null;
}
