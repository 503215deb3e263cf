using System.Collections.Immutable;
using Burnin.MockTrueNas.Original.SelfTests;

namespace Burnin.MockTrueNas.Original;

internal sealed record OriginalJob
{
    public required int Id { get; init; }

    public string Method { get; init; } = "smart.test";

    public required JobState State { get; init; }

    public required OriginalProgress Progress { get; init; }

    public required ImmutableArray<OriginalArgument> Arguments { get; init; }

    public required OriginalDate TimeStarted { get; init; }

    public required OriginalDate? TimeFinished { get; init; }

    public required string? Error { get; init; }

    public required bool? Result { get; init; }

    public static OriginalJob Of(SelfTestJob job, DateTimeOffset now)
    {
        var reading = job.At(now);

        return new OriginalJob
        {
            Id = job.Id,
            State = reading.State,
            Progress = new OriginalProgress(reading.Percent, $"{job.Kind.Description}: {reading.Percent}%"),
            Arguments = [new OriginalArgument([.. job.Tests.Select(test => test.Name)], job.Kind)],
            TimeStarted = OriginalDate.Of(job.StartedAt),
            TimeFinished = reading.EndedAt is { } ended ? OriginalDate.Of(ended) : null,
            Error = reading.Error,
            Result = reading.State == JobState.Success ? true : null,
        };
    }

    internal sealed record OriginalProgress(int Percent, string Description);

    internal sealed record OriginalArgument(ImmutableArray<string> Disks, SelfTestKind Type);
}
