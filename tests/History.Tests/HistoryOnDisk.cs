using Burnin.Domain.Audit;
using Burnin.Domain.Jobs;
using Burnin.Domain.Smart;
using Burnin.Domain.Verdicts;
using Burnin.History.Audit;
using Burnin.History.Evidence;
using Burnin.History.Jobs;
using Burnin.History.Smart;
using Burnin.History.Sqlite;
using Burnin.History.Stats;
using Burnin.History.Surface;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Burnin.History.Tests;

/// <summary>All of History as the service puts it together, on a real file in a folder of its own.</summary>
internal sealed class HistoryOnDisk : IAsyncDisposable
{
    private readonly string _folder;
    private readonly ServiceProvider _services;
    private readonly bool _keepsFolder;

    private HistoryOnDisk(string folder, bool keepsFolder)
    {
        _folder = folder;
        _keepsFolder = keepsFolder;
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Clock)
            .AddHistory(options => options.DataDirectory = folder)
            .BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    public string Path => System.IO.Path.Combine(_folder, "burnin.db");

    public BurninDatabase Database => _services.GetRequiredService<BurninDatabase>();

    public GatedSqliteDataSource Gated => _services.GetRequiredService<GatedSqliteDataSource>();

    public IJobLedger Ledger => _services.GetRequiredService<IJobLedger>();

    public JobHistory Jobs => _services.GetRequiredService<JobHistory>();

    public JobStatistics Statistics => _services.GetRequiredService<JobStatistics>();

    public SmartComparisons Comparisons => _services.GetRequiredService<SmartComparisons>();

    public SurfaceHistory Surface => _services.GetRequiredService<SurfaceHistory>();

    public IServiceProvider Services => _services;

    public IEvidenceStore Evidence => _services.GetRequiredService<IEvidenceStore>();

    public EvidenceHistory Kept => _services.GetRequiredService<EvidenceHistory>();

    public ISurroundings Surroundings => _services.GetRequiredService<ISurroundings>();

    public ISmartLog SmartLog => _services.GetRequiredService<ISmartLog>();

    public SmartHistory Smart => _services.GetRequiredService<SmartHistory>();

    public DriveSmartReader DriveSmart => _services.GetRequiredService<DriveSmartReader>();

    public SiblingSpeeds Siblings => _services.GetRequiredService<SiblingSpeeds>();

    public IAuditTrail Trail => _services.GetRequiredService<IAuditTrail>();

    public AuditChain Chain => _services.GetRequiredService<AuditChain>();

    public AuditLog Log => _services.GetRequiredService<AuditLog>();

    public CommandAudit Commands => _services.GetRequiredService<CommandAudit>();

    /// <summary>A path below a folder of its own; neither the file nor its directory is there yet.</summary>
    public static HistoryOnDisk New() =>
        new(System.IO.Path.Combine(Directory.CreateTempSubdirectory("burnin-history-").FullName, "data"), keepsFolder: false);

    public static HistoryOnDisk Created()
    {
        var history = New();
        history.Database.EnsureCreated();
        return history;
    }

    /// <summary>The same file, as another process would open it.</summary>
    public HistoryOnDisk Again() => new(_folder, keepsFolder: true);

    public static HistoryOnDisk In(string folder) => new(folder, keepsFolder: true);

    /// <summary>A connection past the gate, as a stranger with a shell would have it.</summary>
    public SqliteConnection Foreign()
    {
        var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        return connection;
    }

    public void Execute(string sql)
    {
        using var connection = Foreign();
        connection.Execute(sql);
    }

    public T Read<T>(string sql)
    {
        using var connection = Foreign();
        return connection.Read<T>(sql);
    }

    /// <summary>The steps by which SQLite would answer.</summary>
    public IReadOnlyList<string> Plan(string sql)
    {
        using var connection = Foreign();
        using var explain = connection.CreateCommand();
        explain.CommandText = $"EXPLAIN QUERY PLAN {sql}";
        using var steps = explain.ExecuteReader();
        var plan = new List<string>();
        while (steps.Read())
        {
            plan.Add(steps.GetString(3));
        }

        return plan;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (!_keepsFolder)
        {
            Directory.Delete(System.IO.Path.GetDirectoryName(_folder)!, recursive: true);
        }
    }
}
