using System.Diagnostics;

namespace Burnin.Rig;

/// <summary>Waits for what must come, and names what did not. The only way to wait in a test.</summary>
public static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>How long is waited where the caller does not say: long enough for a busy machine.</summary>
    public static TimeSpan Limit { get; } = TimeSpan.FromSeconds(60);

    public static Task TrueAsync(
        Func<bool> condition, string what, TimeSpan? within = null, CancellationToken cancellationToken = default) =>
        TrueAsync(() => Task.FromResult(condition()), what, within, cancellationToken);

    public static async Task TrueAsync(
        Func<Task<bool>> condition, string what, TimeSpan? within = null, CancellationToken cancellationToken = default) =>
        await GetAsync(async () => await condition() ? "yes" : null, what, within, cancellationToken);

    /// <summary>Asks until the answer is not null. An exception counts as "not yet" and is told at the end.</summary>
    public static async Task<T> GetAsync<T>(
        Func<Task<T?>> read, string what, TimeSpan? within = null, CancellationToken cancellationToken = default)
        where T : class
    {
        var limit = within ?? Limit;
        var watch = Stopwatch.StartNew();
        while (true)
        {
            Exception? obstacle = null;
            try
            {
                if (await read() is { } answer)
                {
                    return answer;
                }
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                obstacle = exception;
            }

            if (watch.Elapsed > limit)
            {
                throw new TimeoutException(
                    string.Create(null, $"Did not come within {limit.TotalSeconds:0.#} s: {what}. {obstacle?.Message}").TrimEnd(),
                    obstacle);
            }

            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        }
    }
}
