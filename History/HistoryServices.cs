using Burnin.Domain.Audit;
using Burnin.Domain.Drives;
using Burnin.Domain.Jobs;
using Burnin.Domain.Smart;
using Burnin.Domain.Verdicts;
using Burnin.History.Audit;
using Burnin.History.Backups;
using Burnin.History.Evidence;
using Burnin.History.Heat;
using Burnin.History.Jobs;
using Burnin.History.Smart;
using Burnin.History.Sqlite;
using Burnin.History.Stats;
using Burnin.History.Surface;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Burnin.History;

public static class HistoryServices
{
    /// <summary>The database and all that reads and writes it. Call <see cref="BurninDatabase.EnsureCreated"/> before the host starts.</summary>
    public static IServiceCollection AddHistory(this IServiceCollection services, Action<HistoryOptions> configure)
    {
        services.AddOptions<HistoryOptions>().Configure(configure).ValidateOnStart();
        services.AddSingleton<IValidateOptions<HistoryOptions>, HistoryOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);

        services.AddSingleton(all => new GatedSqliteDataSource(
            DatabasePath(all), all.GetRequiredService<ILogger<GatedSqliteDataSource>>()));
        services.AddSingleton(all => new ReadOnlySqliteDataSource(DatabasePath(all)));
        services.AddSingleton(all => new BurninDatabase(
            all.GetRequiredService<IOptions<HistoryOptions>>(),
            all.GetRequiredService<GatedSqliteDataSource>(),
            all.GetRequiredService<ILogger<BurninDatabase>>()));

        services.AddSingleton<IJobLedger, JobLedger>();
        services.AddSingleton(all => new JobHistory(all.GetRequiredService<ReadOnlySqliteDataSource>()));

        services.AddSingleton(all => new JobStatistics(all.GetRequiredService<ReadOnlySqliteDataSource>()));

        services.AddSingleton<IEvidenceStore, EvidenceStore>();
        services.AddSingleton(all => new EvidenceHistory(all.GetRequiredService<ReadOnlySqliteDataSource>()));
        services.AddSingleton(all => new SmartComparisons(all.GetRequiredService<EvidenceHistory>()));
        services.AddSingleton(all => new SurfaceHistory(all.GetRequiredService<EvidenceHistory>()));
        services.AddSingleton(all => new SiblingSpeeds(all.GetRequiredService<ReadOnlySqliteDataSource>()));
        services.AddSingleton<IEvidenceArchive>(all => all.GetRequiredService<EvidenceHistory>());
        services.AddSingleton<ISurroundings, JobSurroundings>();

        services.AddSingleton<ISmartLog, SmartLog>();
        services.AddSingleton(all => new SmartHistory(all.GetRequiredService<ReadOnlySqliteDataSource>()));
        services.AddSingleton(all => new DriveSmartReader(all.GetRequiredService<ReadOnlySqliteDataSource>(), all.GetRequiredService<SmartHistory>()));

        services.AddSingleton<IHeatLog, HeatLog>();
        services.AddSingleton(all => new HeatHistory(all.GetRequiredService<ReadOnlySqliteDataSource>()));

        services.AddSingleton<IAuditTrail, AuditTrail>();
        services.AddSingleton(all => new AuditChain(all.GetRequiredService<ReadOnlySqliteDataSource>()));
        services.AddSingleton(all => new AuditLog(all.GetRequiredService<ReadOnlySqliteDataSource>()));
        services.AddSingleton(all => new CommandAudit(
            all.GetRequiredService<IAuditTrail>(), all.GetRequiredService<TimeProvider>()));

        services.AddSingleton(all => new DataBackup(
            all.GetRequiredService<IOptions<HistoryOptions>>(), all.GetRequiredService<TimeProvider>()));
        return services;
    }

    private static string DatabasePath(IServiceProvider all) =>
        all.GetRequiredService<IOptions<HistoryOptions>>().Value.DatabasePath;
}
