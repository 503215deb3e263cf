using Burnin.Grains.Interfaces.Drives;
using Burnin.Grains.Interfaces.Fleet;
using Burnin.Grains.Interfaces.Jobs;
using Burnin.Grains.Interfaces.Messages;
using Burnin.Grains.Interfaces.Nases;
using Burnin.Grains.Interfaces.Settings;
using Burnin.Grains.Interfaces.Users;

namespace Burnin.Grains.Interfaces;

/// <summary>
/// Every grain key is made here. Each has a prefix that is not hexadecimal: ADO.NET storage parses keys that look
/// like numbers or GUIDs, and would make one row of several.
/// </summary>
public static class GrainKeys
{
    extension(IGrainFactory grains)
    {
        public INasGrain Nas(string name) => grains.GetGrain<INasGrain>($"nas:{name}");

        public IDriveGrain Drive(string driveId) => grains.GetGrain<IDriveGrain>($"drive:{driveId}");

        public IBurnInJobGrain Job(string jobId) => grains.GetGrain<IBurnInJobGrain>($"job:{jobId}");

        public IConcurrencyGovernorGrain Governor(string nas) => grains.GetGrain<IConcurrencyGovernorGrain>($"governor:{nas}");

        public IFeedGrain Feed(string nas) => grains.GetGrain<IFeedGrain>($"feed:{nas}");

        public IFleetGrain Fleet() => grains.GetGrain<IFleetGrain>("fleet:burnin");

        /// <param name="channel"><c>mail, webhook</c>.</param>
        public INotifierGrain Notifier(string channel) => grains.GetGrain<INotifierGrain>($"notifier:{channel}");

        public IReportGrain Report() => grains.GetGrain<IReportGrain>("report:daily");

        public ISettingsGrain Settings() => grains.GetGrain<ISettingsGrain>("settings:burnin");

        public IUsersGrain Users() => grains.GetGrain<IUsersGrain>("users:burnin");
    }

    /// <summary>The part of a grain's own key behind its prefix.</summary>
    public static string NameIn(string key) => key[(key.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
