using Burnin.Domain.Surface;

namespace Burnin.Domain.Jobs;

/// <summary>What a wish says about the surface: the choice, or why it makes none.</summary>
internal readonly record struct SurfaceWish(SurfaceChoice Choice, JobPlan.Invalid? Refusal)
{
    private const int MostBadBlocks = 10_000;

    public static SurfaceWish Of(JobWish wish, string serial, SurfaceChoice usual)
    {
        var engine = wish.SurfaceEngine is { } said ? SurfaceEngines.Parse(said) : usual.Engine;
        var mode = wish.SurfaceMode is { } word ? SurfaceModes.Parse(word) : usual.Mode;
        var most = wish.MaxBadBlocks ?? usual.MaxBadBlocks;
        var refusal =
            engine is null ? new JobPlan.Invalid("surface_engine", $"\"surface_engine\" is auto, fio or badblocks; it says: {wish.SurfaceEngine}.")
            : mode is null ? new JobPlan.Invalid("surface_mode", $"\"surface_mode\" is write or read; it says: {wish.SurfaceMode}.")
            : wish.SurfacePasses is < 1 or > SurfaceShape.MaxPasses ? new JobPlan.Invalid("surface_passes", $"\"surface_passes\" is 1 to {SurfaceShape.MaxPasses}; it says: {wish.SurfacePasses}.")
            : most is < 1 or > MostBadBlocks ? new JobPlan.Invalid("max_bad_blocks", $"\"max_bad_blocks\" is 1, which stops at the first error, to {MostBadBlocks}; it says: {most}.")
            : OverrideRefusalOf(wish, serial);
        return new SurfaceWish(
            usual with
            {
                Engine = engine ?? usual.Engine,
                Mode = mode ?? usual.Mode,
                Passes = wish.SurfacePasses ?? usual.Passes,
                MaxBadBlocks = most,
                // Whoever stops at the first error means that one is too many.
                BadBlockThreshold = Math.Min(usual.BadBlockThreshold, most - 1),
                AllowsStaleLabel = wish.OverrideStaleLabel is not null && mode == SurfaceMode.Write,
            },
            refusal);
    }

    /// <summary>One label at a time: nobody has looked at those of a whole batch.</summary>
    private static JobPlan.Invalid? OverrideRefusalOf(JobWish wish, string serial) =>
        wish.OverrideStaleLabel is not { } typed ? null
        : wish.DrivesInBatch > 1 ? new JobPlan.Invalid("override_mismatch", "\"override_stale_label\" is for one drive at a time. Start this drive alone.")
        : serial.Length > 0 && typed.Trim() == serial ? null
        : new JobPlan.Invalid("override_mismatch", $"This sets a label on the drive aside. Type its serial in \"override_stale_label\" once more: expected is {serial}, given was \"{typed}\".");
}
