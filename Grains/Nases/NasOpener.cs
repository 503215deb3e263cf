using Burnin.Domain.Nases;
using Burnin.Grains.Interfaces;

namespace Burnin.Grains.Nases;

/// <summary>Opens a NAS by its name, for the grains that work with it.</summary>
internal sealed class NasOpener(IGrainFactory grains, INasConnector connector)
{
    /// <exception cref="NasException">There is no such NAS, or no longer.</exception>
    public async Task<(INas Nas, NasConnection Connection)> OpenAsync(string name)
    {
        if (await grains.Nas(name).GetSettingsAsync() is not { } settings)
        {
            throw new NasException(NasFault.Unreachable, $"There is no NAS \"{name}\" any more. Add it again, and the job goes on.");
        }

        return NasConnections.Of(name, settings) is { Connection: { } connection }
            ? (connector.Open(connection), connection)
            : throw new NasException(NasFault.NotSupported, $"The settings of NAS \"{name}\" are not valid in this version.");
    }

    /// <summary>Only for estimates: a NAS that is gone is no reason to fail.</summary>
    public async Task<NasConnection?> ConnectionOrNullAsync(string name) =>
        await grains.Nas(name).GetSettingsAsync() is { } settings ? NasConnections.Of(name, settings).Connection : null;
}
