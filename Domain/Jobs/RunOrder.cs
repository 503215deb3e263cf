using Burnin.Domain.Drives;
using Burnin.Domain.Surface;

namespace Burnin.Domain.Jobs;

/// <summary>
/// What a NAS is asked to run. The run id is also the name of the run on the host, so that asking twice starts once.
/// </summary>
public sealed record RunOrder
{
    /// <summary>Job and stage: <c>01J…-2</c>, the same in every attempt, so that a lost run goes on. Letters, digits and '-' only.</summary>
    public required string RunId { get; init; }

    public required StageName Stage { get; init; }

    public required DriveTarget Target { get; init; }

    /// <summary>Fencing token of the job: the host refuses orders of a lower epoch than it has seen for this run.</summary>
    public required long Epoch { get; init; }

    /// <summary>When the stage was first ordered: a pretend NAS counts from here.</summary>
    public required DateTimeOffset OrderedAt { get; init; }

    /// <summary>What the NAS called the run when it was started; null before.</summary>
    public string? Handle { get; init; }

    /// <summary>How to test the surface; null for stages that do not.</summary>
    public SurfaceOrder? Surface { get; init; }
}
