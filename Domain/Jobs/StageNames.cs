using System.Collections.Immutable;

namespace Burnin.Domain.Jobs;

/// <summary>What each stage is called on every wire, and what kind of stage it is.</summary>
public static class StageNames
{
    public static ImmutableArray<StageName> All { get; } = [.. Enum.GetValues<StageName>()];

    public static StageName? Parse(string? name)
    {
        foreach (var stage in All)
        {
            if (stage.Wire == name)
            {
                return stage;
            }
        }

        return null;
    }

    extension(StageName stage)
    {
        public string Wire => stage switch
        {
            StageName.Precheck => "precheck",
            StageName.ShortSmart => "short_smart",
            StageName.LongSmart => "long_smart",
            StageName.SurfaceValidate => "surface_validate",
            StageName.IoValidate => "io_validate",
            StageName.FinalCheck => "final_check",
        };

        /// <summary>In the middle of a sentence.</summary>
        public string Words => stage switch
        {
            StageName.Precheck => "the precheck",
            StageName.ShortSmart => "the short self-test",
            StageName.LongSmart => "the long self-test",
            StageName.SurfaceValidate => "the surface test",
            StageName.IoValidate => "the I/O test",
            StageName.FinalCheck => "the final check",
        };

        /// <summary>Whether the stage goes over the surface: to write there, unless the job only reads.</summary>
        public bool IsSurface => stage is StageName.SurfaceValidate or StageName.IoValidate;

        /// <summary>Whether the drive does the work by itself.</summary>
        public bool IsSelfTest => stage is StageName.ShortSmart or StageName.LongSmart;

        /// <summary>Whether the stage is one look at the drive, rather than a run that goes on at the NAS without us.</summary>
        public bool IsExamination => stage is StageName.Precheck or StageName.FinalCheck;
    }
}
