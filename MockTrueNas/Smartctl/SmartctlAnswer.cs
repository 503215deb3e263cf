using Burnin.MockTrueNas.Drives;

namespace Burnin.MockTrueNas.Smartctl;

/// <summary>What smartctl prints and how it exits.</summary>
/// <param name="Exit">The bit mask of its man page.</param>
/// <param name="Text">What it prints below its banner.</param>
/// <param name="Changed">The drive as it is afterwards; null where the command changed nothing.</param>
internal sealed record SmartctlAnswer(int Exit, string Text, Drive? Changed = null)
{
    public const int CommandLine = 1;
    public const int OpenFailed = 2;
    public const int CommandFailed = 4;
    public const int Failing = 8;
    public const int SelfTestErrors = 128;

    /// <summary>What SCSI's refusal of a second test looks like.</summary>
    public const int Refused = 255;
}
