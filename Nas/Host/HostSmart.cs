using Burnin.Domain.Smart;

namespace Burnin.Nas.Host;

/// <summary>What the host says of a drive's SMART data: that there is none, or what smartctl said.</summary>
internal static class HostSmart
{
    /// <summary>Of <c>timeout</c>, not of smartctl.</summary>
    private const int TimedOut = 124;

    private const int Killed = 137;

    public static SmartSnapshot Read(HostAnswer answer, DateTimeOffset takenAt)
    {
        if (answer.First("nosmart") is { } none)
        {
            return new SmartSnapshot { TakenAt = takenAt, Unavailable = none.Word(0) };
        }

        var status = (int?)answer.First("smart")?.Number(0);
        if (status is not (TimedOut or Killed))
        {
            return SmartSnapshot.Of(answer.Text("smart"), status, takenAt);
        }

        var late = SmartSnapshot.Of(answer.Text("smart"), null, takenAt);
        return late.Unavailable is null ? late : late with { Unavailable = "the drive did not answer smartctl in time." };
    }
}
