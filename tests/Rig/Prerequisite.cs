namespace Burnin.Rig;

/// <summary>What a test may need from the machine it runs on.</summary>
public enum Prerequisite
{
    Root,
    LoopDevices,
    Nbdkit,
    Nbdfuse,
    Compiler,
    Badblocks,
    Fio,
    Smartctl,
    Busybox,
    Sshd,
    SmtpServer,
    Chromium,
}
