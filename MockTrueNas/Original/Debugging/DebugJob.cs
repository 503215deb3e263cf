using Burnin.MockTrueNas.Original.SelfTests;

namespace Burnin.MockTrueNas.Original.Debugging;

internal sealed record DebugJob
{
    public required int Id { get; init; }

    public required SelfTestKind Type { get; init; }

    public required JobState State { get; init; }

    public required int Percent { get; init; }

    /// <summary>Serials, not names: those move.</summary>
    public required IReadOnlyList<string> Serials { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset? EndedAt { get; init; }

    public static DebugJob Of(SelfTestJob job, DateTimeOffset now)
    {
        var reading = job.At(now);

        return new DebugJob
        {
            Id = job.Id,
            Type = job.Kind,
            State = reading.State,
            Percent = reading.Percent,
            Serials = [.. job.Tests.Select(test => test.Serial)],
            StartedAt = job.StartedAt,
            EndedAt = reading.EndedAt,
        };
    }
}
