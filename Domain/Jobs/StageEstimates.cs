using Burnin.Domain.Drives;
using Burnin.Domain.Nases;
using Burnin.Domain.Surface;

namespace Burnin.Domain.Jobs;

/// <summary>What a stage is expected to take before anything was measured. Only for percent and first estimates.</summary>
public static class StageEstimates
{
    private const double ExaminationSeconds = 5;

    /// <summary>On drives of that NAS; null where it is gone.</summary>
    public static double SecondsOn(NasConnection? nas, StageName stage, long sizeBytes, DriveMedium medium, SurfaceChoice surface) =>
        nas is { Kind: NasKind.Original } ? PretendedSecondsOf(stage, nas.SpeedUp) : SecondsOf(stage, sizeBytes, medium, surface);

    /// <summary>On real drives.</summary>
    public static double SecondsOf(StageName stage, long sizeBytes, DriveMedium medium, SurfaceChoice surface) => stage switch
    {
        StageName.Precheck or StageName.FinalCheck => ExaminationSeconds,
        StageName.ShortSmart => 120,
        StageName.LongSmart => Math.Max(120, sizeBytes / BytesPerSecond(medium)),
        StageName.SurfaceValidate => Math.Max(1, TimesOver(medium, surface) * sizeBytes / BytesPerSecond(medium)),
        StageName.IoValidate => 60,
    };

    /// <summary>On a pretend NAS, which keeps its own times.</summary>
    public static double PretendedSecondsOf(StageName stage, double speedUp) => stage switch
    {
        StageName.Precheck or StageName.FinalCheck => 0.5,
        StageName.ShortSmart => 90 / speedUp,
        StageName.LongSmart => 480 / speedUp,
        StageName.SurfaceValidate => 45 / speedUp,
        StageName.IoValidate => 25 / speedUp,
    };

    /// <summary>How often the whole drive is gone over: once to write and once to read back, in each pass.</summary>
    private static double TimesOver(DriveMedium medium, SurfaceChoice surface) => surface.Erases ? 2 * surface.PassesOn(medium) : 1;

    /// <summary>Average from the outer to the inner tracks of today's disks; common rates of the others.</summary>
    private static double BytesPerSecond(DriveMedium medium) => medium switch
    {
        DriveMedium.Unknown or DriveMedium.Hdd => 180e6,
        DriveMedium.Ssd => 450e6,
        DriveMedium.Nvme => 1500e6,
        DriveMedium.Loop => 500e6,
    };
}
