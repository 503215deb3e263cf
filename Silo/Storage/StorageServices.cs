using System.Net;
using System.Net.Sockets;
using Burnin.Domain.Nases;
using Burnin.Grains.Storage;
using Burnin.History.Sqlite;
using Microsoft.AspNetCore.DataProtection;
using Orleans.Serialization;

namespace Burnin.Silo.Storage;

internal static class StorageServices
{
    /// <summary>The provider's own name for SQLite; it loads Microsoft.Data.Sqlite.</summary>
    private const string Invariant = "System.Data.SQLite";

    /// <summary>Part of every storage key: never to be changed.</summary>
    private const string ServiceId = "burnin";

    /// <summary>One process, one file: grain state and reminders through the same gate as the read model.</summary>
    public static ISiloBuilder UseBurnin(this ISiloBuilder silo)
    {
        // Nobody calls this silo from outside, so it needs no gateway, and its own port may be any.
        silo.UseLocalhostClustering(siloPort: FreePort(), gatewayPort: 0, serviceId: ServiceId, clusterId: ServiceId);
        silo.AddAdoNetGrainStorage(StorageNames.Burnin, options => options.Configure<GatedSqliteDataSource>((storage, source) =>
        {
            storage.Invariant = Invariant;
            storage.DataSource = source;
        }));
        silo.UseAdoNetReminderService(options => options.Configure<GatedSqliteDataSource>((reminders, source) =>
        {
            reminders.Invariant = Invariant;
            reminders.DataSource = source;
        }));
        silo.UseSystemTextJsonGrainStorageSerializer();
        silo.Services.Configure<SystemTextJsonGrainStorageSerializerOptions>(json => RecordJson.Configure(json.JsonSerializerOptions));
        return silo;
    }

    /// <summary>Secrets are sealed with keys that lie beside the database, readable to this user only.</summary>
    public static IServiceCollection AddSecretSeal(this IServiceCollection services, string dataDirectory)
    {
        var keys = Directory.CreateDirectory(Path.Combine(dataDirectory, "keys"));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(keys.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        services.AddDataProtection().SetApplicationName(ServiceId).PersistKeysToFileSystem(keys);
        services.AddSingleton<ISecretSeal, SecretSeal>();
        return services;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
