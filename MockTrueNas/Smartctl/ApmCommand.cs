using System.Globalization;
using Burnin.MockTrueNas.Drives;

namespace Burnin.MockTrueNas.Smartctl;

/// <summary><c>smartctl -g apm</c> and <c>-s apm,N</c>: whether a drive may stand by on its own.</summary>
internal static class ApmCommand
{
    private const int Off = 254;

    public static SmartctlAnswer Run(SmartctlRequest request, Drive drive)
    {
        if (drive.Model.Protocol is not DriveProtocol.Ata)
        {
            return new SmartctlAnswer(SmartctlAnswer.CommandLine, "=======> INVALID ARGUMENT TO -g: apm\n");
        }

        if (drive.ApmLevel is not { } level)
        {
            return request.ApmLevel is null
                ? new SmartctlAnswer(0, "APM feature is:   Unavailable\n\n")
                : new SmartctlAnswer(SmartctlAnswer.CommandFailed, "=== START OF ENABLE/DISABLE COMMANDS SECTION ===\nAPM enable failed: Function not implemented\n\n");
        }

        return request.ApmLevel switch
        {
            null => new SmartctlAnswer(0, $"APM level is:     {Words(level)}\n\n"),
            0 => Set(drive, Off, "APM disabled"),
            { } wanted => Set(drive, wanted, $"APM set to level {Words(wanted)}"),
        };
    }

    public static string Words(int level) => string.Create(CultureInfo.InvariantCulture, $"{level} ") + level switch
    {
        1 => "(minimum power consumption with standby)",
        < 128 => "(intermediate level with standby)",
        128 => "(minimum power consumption without standby)",
        < 254 => "(intermediate level without standby)",
        _ => "(maximum performance)",
    };

    private static SmartctlAnswer Set(Drive drive, int level, string said) =>
        new(0, $"=== START OF ENABLE/DISABLE COMMANDS SECTION ===\n{said}\n\n", drive with { ApmLevel = level });
}
