using Burnin.Domain.Jobs;

namespace Burnin.Domain.Smart.Rules;

/// <summary>
/// Commands that were not done in time (188, decoded: Seagate packs three counts into the number). A cable or a power supply
/// is as likely as the drive, so it never condemns.
/// </summary>
internal sealed class CommandTimeoutRule : ISmartRule
{
    public IEnumerable<Reason> Judge(SmartCase given) =>
        given.Attribute("command_timeouts", "Command time-outs", 188, "Command_Timeout")
            .Judged(given, Severity.Note, Severity.Note, whatNext: "Look at the kernel log, the cable and the power supply.") is { } reason ? [reason] : [];
}
