using System.Collections.Immutable;
using Burnin.Domain.Jobs;
using Burnin.Domain.Kernel;
using Burnin.Domain.Smart;

namespace Burnin.Domain.Verdicts;

/// <summary>All that a verdict rests on.</summary>
internal sealed record VerdictCase
{
    public required VerdictPolicy Policy { get; init; }

    public required BurnInJob Job { get; init; }

    public required Surroundings Around { get; init; }

    /// <summary>What was found so far.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    public SmartReport? Before => Job.Baseline is { IsReadable: true } baseline ? baseline.Facts : null;

    public SmartReport? After => Job.Final is { IsReadable: true } final ? final.Facts : null;

    public IEnumerable<KernelSight> Kernel => Job.Stages.Select(stage => stage.Result?.Kernel).OfType<KernelSight>();

    public bool HasKernelFinding(Func<KernelFinding, bool> condition) => Kernel.Any(sight => sight.Has(condition));

    public int KernelLines(Func<KernelFinding, bool> condition) => Kernel.SelectMany(sight => sight.Findings).Where(condition).Sum(finding => finding.Lines);
}
