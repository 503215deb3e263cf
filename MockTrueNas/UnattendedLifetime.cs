namespace Burnin.MockTrueNas;

/// <summary>Ends when it is told to, never on a signal: the process belongs to the host that started the NAS.</summary>
internal sealed class UnattendedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
