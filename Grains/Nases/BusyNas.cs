using Burnin.Grains.Interfaces.Fleet;
using Burnin.Grains.Interfaces.Nases;

namespace Burnin.Grains.Nases;

internal static class BusyNas
{
    extension(GovernorView governor)
    {
        /// <summary>Why a NAS may not be taken from its jobs; null where it has none.</summary>
        public ConfigureNasResult? WhyBusy(string nas) => governor.Holders.Length + governor.Waiting.Length is > 0 and var jobs
            ? new ConfigureNasResult.Conflict($"{jobs} burn-ins run or wait on \"{nas}\". Cancel them, or let them end, first.")
            : null;
    }
}
