using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Burnin.Domain.Drives;
using Burnin.Domain.Jobs;
using Burnin.Domain.Nases;
using Burnin.Nas.Host;
using Burnin.Nas.Runs;
using Burnin.Nas.TrueNas.Disks;

namespace Burnin.Nas.TrueNas.Smart;

/// <summary>The drives' own tests by the API, up to 25.04, for where there is no SSH. What the log of the drive says counts, and never the NAS's job.</summary>
internal sealed class ApiSelfTests(TimeProvider clock)
{
    private const int AtOnce = 4;
    private const int MaxAborts = 5;
    private const int MaxWords = 300;

    /// <summary>By which the clocks of the NAS and of this machine may differ.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan AbortPause = TimeSpan.FromSeconds(1);

    public static async Task<LaunchAnswer> EnsureStartedAsync(TrueNasSession session, RunOrder order, CancellationToken cancellationToken)
    {
        if (!session.Release.HasSmart)
        {
            return new LaunchAnswer.Impossible($"SMART left the API with 25.10, and this is {session.Release.Product}. Set up SSH.");
        }

        var disks = (await QueryAsync(session, cancellationToken)).Where(disk => disk.Serial == order.Target.Serial).ToList();
        if (disks is not [{ Identifier: { } identifier } disk])
        {
            return new LaunchAnswer.Refused([new InUseFact("identity", $"{disks.Count} disks on {session.Transport.Place} answer to serial {order.Target.Serial}.")]);
        }

        if (disk.SizeBytes != order.Target.SizeBytes)
        {
            return new LaunchAnswer.Refused([new InUseFact("identity", $"{disk.Name} has {disk.SizeBytes?.ToString(CultureInfo.InvariantCulture) ?? "an unknown number of"} bytes, and {order.Target.SizeBytes} were expected.")]);
        }

        if (await ReadAsync(session, disk, cancellationToken) is not { } before)
        {
            return new LaunchAnswer.Impossible($"The API reads no self-test log of {disk.Name}, so nothing would prove a result. Set up SSH.");
        }

        var boot = await BootIdAsync(session, cancellationToken);
        if (ApiTestHandle.Parse(order.Handle) is { } known && ApiTestJudge.Of(known, before, KindOf(order), known.BootId == boot) is RunSnapshot.Running or RunSnapshot.Ended)
        {
            return new LaunchAnswer.Running(order.Handle!);
        }

        var start = new ApiTestHandle(boot, [.. before.Ended.Select(row => row.Mark)]);
        return before.IsRunning
            ? await AttachedAsync(session, order, disk, start, cancellationToken)
            : await StartedAsync(session, order, disk, identifier, start, cancellationToken);
    }

    public static async Task LookAsync(TrueNasSession session, ImmutableArray<RunWatch> watches, CancellationToken cancellationToken)
    {
        var disks = await QueryAsync(session, cancellationToken);
        await Parallel.ForEachAsync(
            watches,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (watch, token) => watch.Post(await SeenAsync(session, watch, disks, token)));
    }

    /// <summary>Aborts as often as it takes; the drive's log is the proof.</summary>
    public async Task StopAsync(TrueNasSession session, RunOrder order, CancellationToken cancellationToken)
    {
        for (var aborts = 0; ; aborts++)
        {
            var (disk, reading) = await FindAsync(session, order, cancellationToken);
            if (!await IsOursRunningAsync(session, order, disk, reading, cancellationToken))
            {
                return;
            }

            if (!session.Release.HasSmartAbort)
            {
                throw new NasException(
                    NasFault.StillRunning,
                    $"{session.Release.Product} cannot end a self-test by its API, only the NAS's own job for it: {disk.Name} goes on to its end. Set up SSH, or run smartctl -X on the NAS.");
            }

            if (aborts == MaxAborts)
            {
                throw new NasException(NasFault.Unreachable, $"The drive still runs its self-test, although it was told to stop {MaxAborts} times.");
            }

            await (aborts > 0 ? Task.Delay(AbortPause, clock, cancellationToken) : Task.CompletedTask);
            await session.AskAsync(TrueNasCall.Change("smart.test.abort", new TrueNasArgument("disk", disk.Name)), cancellationToken);
        }
    }

    private static SelfTestKind KindOf(RunOrder order) => order.Stage == StageName.ShortSmart ? SelfTestKind.Short : SelfTestKind.Extended;

    private static string TypeOf(RunOrder order) => KindOf(order) is SelfTestKind.Short ? "SHORT" : "LONG";

    private static async Task<ImmutableArray<TrueNasDisk>> QueryAsync(TrueNasSession session, CancellationToken cancellationToken) =>
        [.. (await session.AskAsync(TrueNasCall.Query("disk.query"), cancellationToken)).Items().Select(TrueNasDisk.Read).OfType<TrueNasDisk>().Where(disk => disk.ExpiresAt is null)];

    /// <summary>Null where the NAS says nothing of it: of a drive without a log it is silent.</summary>
    private static async Task<ApiTestReading?> ReadAsync(TrueNasSession session, TrueNasDisk disk, CancellationToken cancellationToken)
    {
        var rows = await session.AskAsync(TrueNasCall.Query("smart.test.results", [new object[] { "disk", "=", disk.Name }]) with { IsSlow = true }, cancellationToken);
        return rows.Items().Where(row => row.Text("disk") == disk.Name).Select(row => ApiTestReading.Read(row, session.Release)).FirstOrDefault();
    }

    private static async Task<string> BootIdAsync(TrueNasSession session, CancellationToken cancellationToken) =>
        await session.TryAsync(TrueNasCall.Read("system.boot_id"), cancellationToken) is TrueNasAnswer.Result { Value: { ValueKind: JsonValueKind.String } id }
            ? id.GetString()!
            : "";

    private static async Task<(TrueNasDisk Disk, ApiTestReading Reading)> FindAsync(TrueNasSession session, RunOrder order, CancellationToken cancellationToken)
    {
        var disk = (await QueryAsync(session, cancellationToken)).FirstOrDefault(disk => disk.Serial == order.Target.Serial)
            ?? throw new NasException(NasFault.Unreachable, $"No disk on {session.Transport.Place} answers to serial {order.Target.Serial}.");
        return await ReadAsync(session, disk, cancellationToken) is { } reading
            ? (disk, reading)
            : throw new NasException(NasFault.Unreachable, $"{session.Transport.Place} says nothing of the self-tests of {disk.Name}.");
    }

    private static async Task<LaunchAnswer> StartedAsync(
        TrueNasSession session, RunOrder order, TrueNasDisk disk, string identifier, ApiTestHandle start, CancellationToken cancellationToken)
    {
        var wish = new { identifier, type = TypeOf(order), mode = "BACKGROUND" };
        var answer = await session.TryAsync(TrueNasCall.Change("smart.test.manual_test", new TrueNasArgument("disks", new[] { wish })), cancellationToken);
        if (answer is not TrueNasAnswer.Result { Value: var said })
        {
            return new LaunchAnswer.Impossible($"The API started no self-test on {disk.Name}: {answer.WhyNot}");
        }

        // What goes wrong with a drive stands inside of a success; and what the product cannot read of a start, too.
        if (said.Items().FirstOrDefault().Text("error") is not { } error)
        {
            return new LaunchAnswer.Running(start.ToString());
        }

        var isRefused = error.Contains("without aborting current test", StringComparison.Ordinal);
        return isRefused ? await AttachedAsync(session, order, disk, start, cancellationToken)
            : await ReadAsync(session, disk, cancellationToken) is { IsRunning: true } ? new LaunchAnswer.Running(start.ToString())
            : new LaunchAnswer.Impossible($"The API started no self-test on {disk.Name}: {Excerpt(error)}");
    }

    /// <summary>Where a test runs already: ours, of which the answer was lost, or another's, which is left alone.</summary>
    private static async Task<LaunchAnswer> AttachedAsync(TrueNasSession session, RunOrder order, TrueNasDisk disk, ApiTestHandle start, CancellationToken cancellationToken) =>
        await WasStartedForUsAsync(session, order, disk, cancellationToken)
            ? new LaunchAnswer.Running(start.ToString())
            : new LaunchAnswer.Refused([new InUseFact("self_test_running", "The drive runs a self-test that is not ours.")]);

    /// <summary>The NAS keeps a job for each start, with the moment and what was asked, also when it ended it too early.</summary>
    private static async Task<bool> WasStartedForUsAsync(TrueNasSession session, RunOrder order, TrueNasDisk disk, CancellationToken cancellationToken)
    {
        var jobs = await session.AskAsync(TrueNasCall.Query("core.get_jobs", [new object[] { "method", "=", "smart.test.wait" }]), cancellationToken);
        return jobs.Items().Any(job => job.Moment("time_started") >= order.OrderedAt - Skew
            && job.Items("arguments").Any(wish => wish.Text("identifier") == disk.Identifier && wish.Text("type") == TypeOf(order)));
    }

    private static async Task<bool> IsOursRunningAsync(
        TrueNasSession session, RunOrder order, TrueNasDisk disk, ApiTestReading reading, CancellationToken cancellationToken) =>
        ApiTestHandle.Parse(order.Handle) is { } start
            ? ApiTestJudge.Of(start, reading, KindOf(order), await IsSameBootAsync(session, start, reading, cancellationToken)) is RunSnapshot.Running
            : reading.IsRunning && await WasStartedForUsAsync(session, order, disk, cancellationToken);

    /// <summary>Asked only where it matters.</summary>
    private static async Task<bool> IsSameBootAsync(TrueNasSession session, ApiTestHandle start, ApiTestReading reading, CancellationToken cancellationToken) =>
        reading is { CanHideRunning: true, IsRunning: false } && await BootIdAsync(session, cancellationToken) == start.BootId;

    private static string Excerpt(string words)
    {
        var line = string.Join(' ', words.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        return line.Length > MaxWords ? $"…{line[^MaxWords..]}" : line;
    }

    private static async Task<RunSnapshot> SeenAsync(TrueNasSession session, RunWatch watch, ImmutableArray<TrueNasDisk> disks, CancellationToken cancellationToken)
    {
        if (ApiTestHandle.Parse(watch.Order.Handle) is not { } start)
        {
            return new RunSnapshot.Lost("Nothing is known of how the self-test was started.");
        }

        try
        {
            if (disks.FirstOrDefault(disk => disk.Serial == watch.Order.Target.Serial) is not { } disk)
            {
                return new RunSnapshot.Unseen($"No disk on {session.Transport.Place} answers to serial {watch.Order.Target.Serial}.");
            }

            if (await ReadAsync(session, disk, cancellationToken) is not { } reading)
            {
                return new RunSnapshot.Unseen($"The NAS says nothing of the self-tests of {disk.Name}.");
            }

            var snapshot = ApiTestJudge.Of(start, reading, KindOf(watch.Order), await IsSameBootAsync(session, start, reading, cancellationToken));

            // A drive may end a test a moment before it writes the row: only the second look in a row is believed.
            var isFirstMiss = snapshot is RunSnapshot.Lost && watch.Memory is not RunSnapshot.Lost;
            watch.Memory = snapshot;
            return isFirstMiss ? new RunSnapshot.Unseen("The self-test may have been lost; the drive is asked once more.") : snapshot;
        }
        catch (NasException exception)
        {
            return new RunSnapshot.Unseen(exception.Message);
        }
    }
}
