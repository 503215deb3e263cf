using System.Collections.Immutable;
using Burnin.Domain.Drives;
using Burnin.Domain.Surface;

namespace Burnin.Domain.Jobs;

/// <summary>What speaks against testing this drive in this way. Said before a job is made, and again in its precheck.</summary>
public static class StartGuard
{
    /// <summary>Empty means that it may begin. Only what writes cares for what is on the drive; every test of a surface for which drive it is.</summary>
    public static ImmutableArray<InUseFact> RefusalsOf(DriveTarget target, DriveFacts? facts, SurfaceChoice surface, bool testsSurface) =>
        testsSurface && surface.Erases ? WipeGuard.RefusalsOf(target, facts, surface.StaleLabels)
        : testsSurface || facts is null ? WipeGuard.MismatchesOf(target, facts)
        : [];

    /// <summary>What an operator's word has set aside; empty where nothing was said, or nothing is written.</summary>
    public static ImmutableArray<InUseFact> OverriddenOf(DriveFacts? facts, SurfaceChoice surface, bool testsSurface) =>
        testsSurface && surface.Erases ? [.. WipeGuard.LabelsOn(facts).Where(surface.StaleLabels.Contains)] : [];
}
