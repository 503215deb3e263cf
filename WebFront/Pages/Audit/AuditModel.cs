using Burnin.History.Audit;
using Burnin.WebFront.Audit;
using Burnin.WebFront.Pages.Shell;

namespace Burnin.WebFront.Pages.Audit;

/// <summary>One page of the trail, with the state of its chain.</summary>
public sealed record AuditModel
{
    public required AuditQuery Query { get; init; }

    public required PageQuery Address { get; init; }

    /// <summary>What is wrong with the address; null while nothing is.</summary>
    public string? Problem { get; init; }

    public AuditPage Page { get; init; } = new([], null);

    public long Total { get; init; }

    public IReadOnlyList<string> Actions { get; init; } = [];

    /// <summary>Null where the address could not be read, so that nothing was checked.</summary>
    public ChainAnswer? Chain { get; init; }
}
