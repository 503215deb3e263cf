using Burnin.Domain.Drives;
using Burnin.Domain.Jobs;
using Burnin.Domain.Nases;
using Burnin.Domain.Surface;
using Burnin.Domain.Verdicts;
using Burnin.Grains.Interfaces.Jobs;

namespace Burnin.Grains.Jobs;

internal static class NewJobs
{
    extension(NewJob order)
    {
        /// <param name="jobId">The new job's id.</param>
        /// <param name="connection">The NAS, for what its stages may take; null where it is gone.</param>
        /// <param name="overrides">What an operator says is normal for some models.</param>
        public BurnInJob ToJob(string jobId, NasConnection? connection, IEnumerable<ModelOverride> overrides)
        {
            var medium = Enum.Parse<DriveMedium>(order.Medium, ignoreCase: true);
            var surface = (order.Surface?.ToChoice() ?? new SurfaceChoice()) with { StaleLabels = [.. order.Overridden.Select(fact => new InUseFact(fact.Code, fact.Detail))] };
            return new BurnInJob
            {
                Id = jobId,
                DriveId = order.DriveId,
                Nas = order.Nas,
                DeviceName = order.Devname,
                Target = new DriveTarget { Serial = order.Serial, Wwn = order.Wwn, SizeBytes = order.SizeBytes, Model = order.Model, Medium = medium },
                Operator = order.Operator,
                Profile = order.Profile,
                Surface = surface,
                Policy = order.Policy,
                Overrides = VerdictPolicies.OverridesFor(order.Model, overrides),
                CreatedAt = order.CreatedAt,
                Stages = [.. order.Stages.Select(name => StageNames.Parse(name)
                    ?? throw new ArgumentException($"There is no stage \"{name}\"."))
                    .Select(stage => new JobStage
                    {
                        Name = stage,
                        ExpectedSeconds = StageEstimates.SecondsOn(connection, stage, order.SizeBytes, medium, surface),
                    })],
            };
        }
    }
}
