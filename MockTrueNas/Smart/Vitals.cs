using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Drives;

namespace Burnin.MockTrueNas.Smart;

/// <summary>What every kind of SMART tells, each in its own numbers.</summary>
internal sealed class Vitals(Drive drive, BoxMoment moment)
{
    private const long OperationsPerHour = 3_571_113;
    private const long BlocksPerHour = 1_204_551;

    public int Hours { get; } = moment.PowerOnHoursOf(drive);

    public int Celsius { get; } = moment.CelsiusOf(drive) ?? 0;

    public Damage Damage { get; } = Damage.Of(drive, moment);

    /// <summary>Moves within minutes, and by tests.</summary>
    public long Operations { get; } =
        (long)(((moment.Now - moment.State.SwitchedOnAt) * moment.SpeedUp).TotalHours * OperationsPerHour)
        + (drive.PowerOnHours * OperationsPerHour)
        + (drive.Tests.Sum(test => (long)(test.PercentAt(moment.Now) * OperationsPerHour)));

    public bool IsOld => drive.Case is DriveCase.Aged;

    public int PowerCycles => 5 + (drive.Slot % 9) + moment.State.Boots;

    public int LoadCycles => 60 + (Hours / 3);

    /// <summary>Commands that came late: twelve on an old Seagate, which it packs three times into one number.</summary>
    public long Timeouts => IsOld || drive.Slot % 5 == 0 ? 12 : 0;

    public long Written => drive.PowerOnHours * BlocksPerHour;

    public long Read => drive.PowerOnHours * BlocksPerHour * 3;
}
