using Burnin.History.Jobs;
using Burnin.WebFront.BurnIns;
using Burnin.WebFront.Pages.Shell;

namespace Burnin.WebFront.Pages.Jobs;

/// <summary>One page of the list of burn-ins, with what there is to choose from.</summary>
public sealed record HistoryModel
{
    public required JobQuery Query { get; init; }

    public required PageQuery Address { get; init; }

    /// <summary>What is wrong with the address, in a sentence; null while nothing is.</summary>
    public string? Problem { get; init; }

    public JobOrder Order { get; init; } = JobOrder.Newest;

    public JobPage Page { get; init; } = new([], null);

    public JobCounts Counts { get; init; } = new(0, new Dictionary<string, long>());

    public JobChoices Choices { get; init; } = new([], [], [], []);
}
