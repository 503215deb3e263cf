using System.Collections.Immutable;
using Burnin.Grains.Interfaces.Drives;

namespace Burnin.Grains.Interfaces.Jobs;

/// <summary>One job, whole.</summary>
[GenerateSerializer, Immutable, Alias("burnin.job-view")]
public sealed record JobView
{
    [Id(0)]
    public required string DriveId { get; init; }

    [Id(1)]
    public required string Nas { get; init; }

    [Id(2)]
    public required string Devname { get; init; }

    [Id(3)]
    public required string Serial { get; init; }

    [Id(4)]
    public required string Model { get; init; }

    [Id(5)]
    public required long SizeBytes { get; init; }

    /// <summary>Where it stands.</summary>
    [Id(6)]
    public required DriveJobView Summary { get; init; }

    [Id(7)]
    public required ImmutableArray<StageView> Stages { get; init; }

    /// <summary>Reasons of the verdict, weightiest first.</summary>
    [Id(8)]
    public required ImmutableArray<ReasonView> Reasons { get; init; }

    /// <summary>How often an activation has taken the job over.</summary>
    [Id(9)]
    public required long Epoch { get; init; }

    /// <summary>False while anything is left to do for it, even after the verdict.</summary>
    [Id(10)]
    public required bool IsOver { get; init; }

    /// <summary>Null where no stage goes over the surface.</summary>
    [Id(11)]
    public SurfaceSettings? Surface { get; init; }

    /// <summary>By what it is judged: <c>new@1</c>.</summary>
    [Id(12)]
    public string? Policy { get; init; }

    /// <summary>What else was made of the same evidence later, oldest first.</summary>
    [Id(13)]
    public ImmutableArray<JudgementView> Judgements { get; init; } = [];

    /// <summary>Who has ended it without the host's proof that nothing is left running; null where nobody had to.</summary>
    [Id(14)]
    public string? GivenUpBy { get; init; }
}
