using Orleans.Concurrency;

namespace Burnin.Grains.Interfaces.Nases;

/// <summary>One NAS box: its connection, its poll timer, its drives. Key: <c>nas:{name}</c>.</summary>
[GrainInterfaceType("burnin.nas"), Alias("burnin.nas")]
public interface INasGrain : IGrainWithStringKey
{
    /// <summary>Tries the connection first, and stores it only where it works.</summary>
    [Alias("add")]
    Task<ConfigureNasResult> AddAsync(NasSettings settings, CancellationToken cancellationToken = default);

    /// <summary>Stores what the configuration of the service says, without trying it: the NAS may be started later than we are.</summary>
    [Alias("configure")]
    Task ConfigureAsync(NasSettings settings);

    /// <summary>With its secrets, for the grains that work with the NAS. Null where no NAS of that name was added.</summary>
    [AlwaysInterleave, Alias("settings")]
    Task<NasSettings?> GetSettingsAsync();

    /// <summary>Null where no NAS of that name was added.</summary>
    [AlwaysInterleave, Alias("get")]
    Task<NasView?> GetAsync();

    /// <summary>Refused while jobs run there. The drives keep their history.</summary>
    [Alias("remove")]
    Task<ConfigureNasResult> RemoveAsync();

    /// <summary>Tries the connection first where that is what changes, and stores it only where it works. Its place changes only while no job is there.</summary>
    [Alias("change")]
    Task<ConfigureNasResult> ChangeAsync(NasChange change, CancellationToken cancellationToken = default);

    /// <summary>Tries what is stored, changed by this, and stores nothing. Of a NAS that was not added, this alone.</summary>
    [AlwaysInterleave, Alias("try")]
    Task<TryNasResult> TryAsync(NasChange change, CancellationToken cancellationToken = default);

    /// <summary>Makes sure that the poll timer runs, at the interval that is set now: called at start, every minute, and after a change.</summary>
    [Alias("ensure-polling")]
    Task EnsurePollingAsync();

    /// <summary>Looks at the NAS in a moment, and not only when it is its time: a drive may have come or gone.</summary>
    [OneWay, Alias("look-soon")]
    Task LookSoonAsync();
}
