using Burnin.Domain.Jobs;

namespace Burnin.Grains.Jobs;

internal static class JobPolicies
{
    extension(BurnInOptions options)
    {
        /// <summary>The limits that a job is judged by.</summary>
        public JobPolicy JobPolicy => new()
        {
            CriticalCelsius = options.TempCritC,
            StuckAfter = options.StuckAfter,
            SelfTestStuckAfter = options.SelfTestStuckAfter,
        };
    }
}
