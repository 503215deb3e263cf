using System.Diagnostics;
using Xunit;

namespace Burnin.Nas.Tests.Host;

/// <summary>Waits for a condition, bounded, and says which one did not come.</summary>
internal static class Until
{
    public static async Task<T> NotNullAsync<T>(Func<Task<T?>> look, string what, int seconds = 60)
        where T : class
    {
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < TimeSpan.FromSeconds(seconds))
        {
            if (await look() is { } found)
            {
                return found;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"Did not come within {seconds} s: {what}");
    }

    public static async Task TrueAsync(Func<bool> look, string what, int seconds = 60) =>
        await NotNullAsync(() => Task.FromResult(look() ? "yes" : null), what, seconds);
}
