using Burnin.Grains.Interfaces.Drives;
using Burnin.Grains.Interfaces.Jobs;
using Burnin.History.Heat;
using Burnin.History.Jobs;
using Burnin.History.Smart;
using Burnin.WebFront.Pages.Jobs;

namespace Burnin.WebFront.Pages.Drives;

/// <summary>One drive, with all that is known of it.</summary>
public sealed record DriveModel
{
    public required DriveView Drive { get; init; }

    /// <summary>Whether a NAS shows it; a drive that has left is known by its burn-ins alone.</summary>
    public required bool IsInFleet { get; init; }

    /// <summary>Whether its NAS has not been seen lately.</summary>
    public bool IsStale { get; init; }

    /// <summary>The newest burn-in; null for a drive never tested.</summary>
    public BurnInModel? Newest { get; init; }

    /// <summary>All of them, newest first.</summary>
    public IReadOnlyList<JobRecord> Jobs { get; init; } = [];

    public DriveSmart Smart { get; init; } = new();

    /// <summary>The newest surface test that has ended; null where there is none.</summary>
    public EndedSurface? Surface { get; init; }

    /// <summary>Of the last 30 days, hour by hour.</summary>
    public IReadOnlyList<HeatPoint> Heat { get; init; } = [];

    public JobView? Job => Newest?.Job;

    public bool IsOpen => Drive.Status is "queued" or "running" or "paused";

    /// <summary>Why no burn-in can be started; null where one can. The server looks anew, and has the last word.</summary>
    public string? WhyNoStart => IsOpen ? "A burn-in of this drive is not over."
        : !IsInFleet || Drive.Status == "missing" ? "No NAS shows this drive just now."
        : null;

    /// <summary>What is in use can test itself, and be read.</summary>
    public bool CanBeErased => Drive.InUse.IsEmpty || IsOnlyLabelled;

    /// <summary>Whether nothing but a label or a partition table speaks against it: what an operator may call stale.</summary>
    public bool IsOnlyLabelled => !Drive.InUse.IsEmpty && Drive.InUse.All(fact => fact.Code is "signature" or "partitions");
}
