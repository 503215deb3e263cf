using Burnin.Domain.Drives;
using Burnin.Domain.Surface;
using Burnin.Grains.Interfaces.Jobs;

namespace Burnin.Grains.Jobs;

/// <summary>How surfaces are tested: as the options have it, as the domain does, as the wire shows it.</summary>
internal static class SurfaceMessages
{
    extension(BurnInOptions options)
    {
        /// <summary>What a wish that does not say otherwise gets.</summary>
        public SurfaceChoice UsualSurface => new()
        {
            Engine = options.SurfaceEngine,
            Passes = options.SurfacePasses,
            MaxBadBlocks = options.MaxBadBlocks,
            BadBlockThreshold = options.BadBlockThreshold,
            PauseAtCelsius = options.TempCritC,
            ResumeAtCelsius = options.TempWarnC,
        };
    }

    extension(SurfaceChoice choice)
    {
        public SurfaceSettings ToSettings(DriveMedium medium) => new()
        {
            Engine = choice.Engine.Word,
            Passes = choice.PassesOn(medium),
            Mode = choice.Mode.Word,
            MaxBadBlocks = choice.MaxBadBlocks,
            BadBlockThreshold = choice.BadBlockThreshold,
            AllowsStaleLabel = choice.AllowsStaleLabel,
            PauseAtCelsius = choice.PauseAtCelsius,
            ResumeAtCelsius = choice.ResumeAtCelsius,
        };
    }

    extension(SurfaceSettings settings)
    {
        public SurfaceChoice ToChoice() => new()
        {
            Engine = SurfaceEngines.Parse(settings.Engine) ?? throw new ArgumentException($"There is no engine \"{settings.Engine}\"."),
            Passes = settings.Passes,
            Mode = SurfaceModes.Parse(settings.Mode) ?? throw new ArgumentException($"There is no mode \"{settings.Mode}\"."),
            MaxBadBlocks = settings.MaxBadBlocks,
            BadBlockThreshold = settings.BadBlockThreshold,
            AllowsStaleLabel = settings.AllowsStaleLabel,
            PauseAtCelsius = settings.PauseAtCelsius,
            ResumeAtCelsius = settings.ResumeAtCelsius,
        };
    }
}
