using Burnin.Domain.Messages;

namespace Burnin.Messages.Tests;

/// <summary>What happens in a fleet.</summary>
internal static class SampleMessages
{
    public static DateTimeOffset At { get; } = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static Message Failed(string serial = "ZC1") => new()
    {
        Id = $"job:{serial}:ended",
        Event = MessageEvent.BurninFailed,
        At = At,
        Headline = $"ST4000 {serial} on nas1 (sda): failed",
        Reasons = ["3 blocks could not be read.", "Reallocated sectors grew from 0 to 8."],
        Job = new MessageJob
        {
            JobId = "01JOB",
            Nas = "nas1",
            DeviceName = "sda",
            Serial = serial,
            Model = "ST4000",
            SizeBytes = 4_000_787_030_016,
            State = "failed",
            Verdict = "fail",
            Profile = "full",
            Operator = "ann",
            StartedAt = At.AddHours(-50),
            FinishedAt = At,
        },
    };

    public static Message Passed(string serial) => Failed(serial) with { Event = MessageEvent.BurninPassed, Headline = $"ST4000 {serial} on nas1 (sdb): passed", Reasons = [] };
}
