using Burnin.Domain.Drives;
using Burnin.Domain.Jobs;

namespace Burnin.Domain.Nases;

/// <summary>
/// One NAS box. It owns every process; Burnin only asks. Every method is bounded in time, safe to repeat, may be called
/// from a grain, and fails with a <see cref="NasException"/> and nothing else.
/// </summary>
public interface INas
{
    Task<Inventory> ReadInventoryAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Says when a drive may have come or gone, until it is disposed; null where this NAS tells nobody, and only a look shows it.
    /// Called on the thread pool; must neither block nor throw.
    /// </summary>
    IDisposable? Listen(Action changed);

    /// <summary>Finds the drive by identity, wherever it is now, and reads its state and its SMART data.</summary>
    Task<DriveExamination> ExamineAsync(DriveTarget target, CancellationToken cancellationToken);

    /// <summary>
    /// Starts the run, or attaches to it where it was started before. Looks first, never launches blindly; checks
    /// identity and emptiness in the shell that starts a writer.
    /// </summary>
    Task<LaunchAnswer> EnsureStartedAsync(RunOrder order, CancellationToken cancellationToken);

    /// <summary>
    /// Reports on a run until it is disposed: at once, then about every second, in order, never two calls at a time.
    /// Runs on the thread pool; trouble on the way arrives as <see cref="RunSnapshot.Unseen"/>.
    /// </summary>
    IDisposable Watch(RunOrder order, Func<RunSnapshot, Task> report);

    /// <summary>
    /// Makes the run stand still where it is, and returns with the proof that nothing of it reads or writes. Holds over
    /// a reboot of the host.
    /// </summary>
    /// <returns>False: a run of this kind cannot stand still, it goes on to its end.</returns>
    Task<bool> HoldAsync(RunOrder order, CancellationToken cancellationToken);

    /// <summary>Lets a held run go on. Where nothing of it is left on the host, it has to be ordered again.</summary>
    Task ReleaseAsync(RunOrder order, CancellationToken cancellationToken);

    /// <summary>Stops the run and returns only with the proof that nothing of it is left running.</summary>
    Task StopAsync(RunOrder order, CancellationToken cancellationToken);

    /// <summary>Removes what the run left behind on the host, once its result is stored.</summary>
    Task CleanAsync(RunOrder order, CancellationToken cancellationToken);
}
