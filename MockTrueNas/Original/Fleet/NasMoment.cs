using Burnin.MockTrueNas.Original.SelfTests;

namespace Burnin.MockTrueNas.Original.Fleet;

/// <summary>The NAS as it stands at one instant: everything that depends on the time is read from here.</summary>
internal sealed record NasMoment(NasState State, DateTimeOffset Now, double SpeedUp)
{
    public TimeSpan Uptime => (Now - State.BootedAt) * SpeedUp;

    public int CelsiusOf(Drive drive) =>
        Thermometer.Read(drive, State.TestsOf(drive).FirstOrDefault(), Uptime, Now);

    /// <summary>The count a drive writes beside a log entry.</summary>
    public int PowerOnHoursOf(Drive drive, DateTimeOffset at) =>
        drive.PowerOnHours + (int)((at - State.BootedAt) * SpeedUp).TotalHours;

    public bool IsTesting(Drive drive) => State.TestsOf(drive).Any(test => test.At(Now).Status == SelfTestStatus.Running);
}
