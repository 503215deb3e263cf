using System.Collections.Immutable;
using System.Text.Json;
using Burnin.Domain.Nases;

namespace Burnin.Nas.TrueNas.Disks;

/// <summary>
/// Asks who uses the disks, by what each release has for it. That is dear to the NAS, which looks for pools on every disk:
/// one answer serves all who can live with its age, those who come meanwhile wait for the same, and nobody who gives up
/// waiting ends it for the others.
/// </summary>
internal sealed class PoolScanner(TimeProvider clock) : IAsyncDisposable
{
    /// <summary>No scan sooner after another, unless a disk is asked for that the other did not see.</summary>
    public static readonly TimeSpan Spacing = TimeSpan.FromSeconds(40);

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _closing = new();
    private PoolScan? _last;
    private Task<PoolScan>? _running;

    public PoolScan? Last => Volatile.Read(ref _last);

    /// <param name="session">Of the NAS.</param>
    /// <param name="disks">That are there now: the scan speaks of these, and not of what has their name later.</param>
    /// <param name="maxAge">The oldest answer that will do.</param>
    /// <param name="cancellationToken">Ends the wait, not the scan.</param>
    public Task<PoolScan> ScanAsync(TrueNasSession session, ImmutableArray<TrueNasDisk> disks, TimeSpan maxAge, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_last is { } last && clock.GetElapsedTime(last.BegunAt) <= maxAge)
            {
                return Task.FromResult(last);
            }

            if (_running is null or { IsCompleted: true })
            {
                _running = Task.Run(() => RunAsync(session, disks, _closing.Token), CancellationToken.None);
            }

            return _running.WaitAsync(cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await (_running ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _closing.Dispose();
    }

    private async Task<PoolScan> RunAsync(TrueNasSession session, ImmutableArray<TrueNasDisk> disks, CancellationToken cancellationToken)
    {
        var begun = clock.GetTimestamp();
        var scan = await LookAsync(session, cancellationToken) with
        {
            BegunAt = begun,
            Serials = disks.GroupBy(disk => disk.Name).ToImmutableDictionary(group => group.Key, group => group.Last().Serial),
        };
        Volatile.Write(ref _last, scan);
        return scan;
    }

    private static async Task<PoolScan> LookAsync(TrueNasSession session, CancellationToken cancellationToken)
    {
        var failures = ImmutableArray.CreateBuilder<string>();
        var hasDetails = session.Release.Uses is UseWay.Details;
        var boot = await AskAsync(TrueNasCall.Read("boot.get_disks"));
        var pools = await AskAsync(TrueNasCall.Query("pool.query"));
        var encrypted = session.Release.IsCore ? await AskAsync(TrueNasCall.Read("disk.get_encrypted", new TrueNasArgument("options", new { unused = false }))) : null;
        var uses = await AskAsync(hasDetails
            ? TrueNasCall.Read("disk.details", new TrueNasArgument("data", new { type = "BOTH", join_partitions = true })) with { IsSlow = true }
            : TrueNasCall.Read("disk.get_unused", new TrueNasArgument("join_partitions", true)) with { IsSlow = true });

        // The product answers with an empty list where it could not look.
        ImmutableHashSet<string> bootDisks = [.. Texts(boot)];
        if (boot is not null && bootDisks.IsEmpty)
        {
            failures.Add("The NAS names no boot disk, so its list of them is not to be believed.");
        }

        return new PoolScan
        {
            Boot = bootDisks,
            Members = PoolMembers.Of(pools),
            Encrypted = [.. (encrypted?.Items() ?? []).Select(row => row.Text("disk")).OfType<string>()],
            Free = uses is { } free ? ByName(hasDetails ? free.Items("unused") : free.Items()) : null,
            Used = hasDetails && uses is { } used ? ByName(used.Items("used")) : ImmutableDictionary<string, DiskUse>.Empty,
            Failures = failures.ToImmutable(),
        };

        async Task<JsonElement?> AskAsync(TrueNasCall call)
        {
            try
            {
                var answer = await session.TryAsync(call, cancellationToken);
                if (answer is TrueNasAnswer.Result result)
                {
                    return result.Value;
                }

                failures.Add(answer.WhyNot!);
            }
            catch (NasException exception)
            {
                failures.Add(exception.Message);
            }

            return null;
        }
    }

    private static IEnumerable<string> Texts(JsonElement? list) =>
        (list?.Items() ?? []).Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!);

    /// <summary>Of two rows of one name the last stands; a device has one name.</summary>
    private static ImmutableDictionary<string, DiskUse> ByName(IEnumerable<JsonElement> rows) =>
        rows.Select(DiskUse.Read).OfType<DiskUse>().GroupBy(use => use.Name).ToImmutableDictionary(group => group.Key, group => group.Last());
}
