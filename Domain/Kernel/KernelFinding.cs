namespace Burnin.Domain.Kernel;

/// <summary>All lines of one kind about the drive or its controller.</summary>
public sealed record KernelFinding
{
    public required KernelEventKind Kind { get; init; }

    public required KernelScope Scope { get; init; }

    /// <summary>Lines, of which one event may make several.</summary>
    public required int Lines { get; init; }

    /// <summary>By the clock of the host.</summary>
    public required DateTimeOffset FirstAt { get; init; }

    public required DateTimeOffset LastAt { get; init; }

    /// <summary>The first of the lines.</summary>
    public required string Example { get; init; }
}
