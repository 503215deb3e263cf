using System.Collections.Immutable;
using System.Globalization;
using Burnin.Domain.Drives;
using Burnin.Domain.Jobs;
using Burnin.Domain.Nases;
using Burnin.Domain.Surface;
using Burnin.Nas.Runs;
using Burnin.Nas.Shell;
using Microsoft.Extensions.Logging;

namespace Burnin.Nas.Host;

/// <summary>A Linux or FreeBSD host without any NAS API: everything is done by the host programme, over whatever shell it is given.</summary>
internal sealed class HostNas : INas, IAsyncDisposable
{
    private static readonly TimeSpan LookLimit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan SurfacePeriod = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SelfTestPeriod = TimeSpan.FromSeconds(10);

    private readonly NasConnection connection;
    private readonly IHostShell shell;
    private readonly TimeProvider clock;
    private readonly StatusSession status;
    private readonly RunWatches surfaces;
    private readonly HostSelfTests selfTests;
    private readonly RunWatches testWatches;
    private readonly HostStageEnd stageEnd;

    /// <summary>Owns the shell from now on.</summary>
    public HostNas(NasConnection connection, IHostShell shell, TimeProvider clock, ILogger<HostNas> logger)
    {
        (this.connection, this.shell, this.clock) = (connection, shell, clock);
        status = new StatusSession(shell, connection, LookLimit, clock);
        surfaces = new RunWatches(LookAtSurfacesAsync, SurfacePeriod, clock, logger, status.RestAsync);
        stageEnd = new HostStageEnd(connection, (verb, arguments, token) => AskAsync(LookLimit, verb, arguments, token), clock);
        selfTests = new HostSelfTests(connection, (verb, arguments, token) => AskAsync(CallLimit, verb, arguments, token), stageEnd, clock);
        testWatches = new RunWatches(selfTests.LookAsync, SelfTestPeriod, clock, logger);
    }

    public async Task<Inventory> ReadInventoryAsync(CancellationToken cancellationToken) =>
        HostInventory.Read(await AskAsync(CallLimit, "inventory", [Loops], cancellationToken), shell.HostKey);

    public IDisposable? Listen(Action changed) => null;

    public async Task<DriveExamination> ExamineAsync(DriveTarget target, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(CallLimit, "examine", [Loops, .. Identity(target)], cancellationToken);
        var smart = HostSmart.Read(answer, clock.GetUtcNow());
        var facts = HostDisks.Read(answer).FirstOrDefault();
        return new DriveExamination(facts is null ? null : facts with
        {
            SmartPassed = smart.Passed,
            TemperatureCelsius = smart.TemperatureCelsius ?? facts.TemperatureCelsius,
            NativeBytes = answer.First("native")?.Number(0),
        }, smart);
    }

    public Task<LaunchAnswer> EnsureStartedAsync(RunOrder order, CancellationToken cancellationToken) => order switch
    {
        { Stage: StageName.ShortSmart or StageName.LongSmart } => selfTests.EnsureStartedAsync(order, cancellationToken),
        { Stage: StageName.SurfaceValidate or StageName.IoValidate, Surface: not null } => EnsureSurfaceAsync(order, cancellationToken),
        _ => Task.FromResult<LaunchAnswer>(new LaunchAnswer.Impossible($"There is nothing to run for the stage {order.Stage.Wire}.")),
    };

    public IDisposable Watch(RunOrder order, Func<RunSnapshot, Task> report) =>
        (IsSelfTest(order) ? testWatches : surfaces).Add(order, report);

    public async Task<bool> HoldAsync(RunOrder order, CancellationToken cancellationToken)
    {
        if (IsSelfTest(order))
        {
            return false;
        }

        Expect(await AskAsync(CallLimit, "hold", RunOf(order), cancellationToken), "held");
        return true;
    }

    public async Task ReleaseAsync(RunOrder order, CancellationToken cancellationToken)
    {
        if (!IsSelfTest(order))
        {
            Expect(await AskAsync(CallLimit, "release", RunOf(order), cancellationToken), "released");
        }
    }

    public async Task StopAsync(RunOrder order, CancellationToken cancellationToken)
    {
        if (IsSelfTest(order))
        {
            await selfTests.StopAsync(order, cancellationToken);
            return;
        }

        var answer = await AskAsync(CallLimit, "stop", RunOf(order), cancellationToken);
        if (answer.First("still_running") is { } running)
        {
            throw new NasException(NasFault.StillRunning, $"Process {running.Rest} still holds the disk and cannot be killed, most likely because the drive does not answer.");
        }

        Expect(answer, "stopped");
    }

    public async Task CleanAsync(RunOrder order, CancellationToken cancellationToken)
    {
        if (IsSelfTest(order))
        {
            await selfTests.SettleAsync(order, cancellationToken);
        }

        Expect(await AskAsync(CallLimit, "clean", [connection.RunDirectory, order.RunId], cancellationToken), "cleaned");
    }

    public async ValueTask DisposeAsync()
    {
        await surfaces.DisposeAsync();
        await testWatches.DisposeAsync();
        await status.DisposeAsync();
        await shell.DisposeAsync();
    }

    private string Loops => connection.IncludeLoopDevices ? "1" : "0";

    private static bool IsSelfTest(RunOrder order) => HostSelfTests.Runs(order.Stage);

    private static string Lines(SurfacePlan plan) => string.Join('\n', plan.Segments.Select((segment, index) =>
        string.Create(CultureInfo.InvariantCulture, $"{index} {SurfaceWords.Of(segment.Kind)} {segment.Pass} {segment.FirstBlock} {segment.LastBlock}")));

    private static string Celsius(int? celsius) => celsius is { } degrees ? Number(degrees) : "";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<string> Identity(DriveTarget target) => [target.Serial, Number(target.SizeBytes), target.Wwn ?? ""];

    private IEnumerable<string> RunOf(RunOrder order) =>
        [connection.RunDirectory, order.RunId, Number(order.Epoch), order.Target.Serial, Number(order.Target.SizeBytes)];

    private async Task<LaunchAnswer> EnsureSurfaceAsync(RunOrder order, CancellationToken cancellationToken)
    {
        // Which engine it will be only the host can say, once fio has proved itself there: it gets the plan for either.
        var surface = order.Surface!;
        var (tagged, plain) = (surface.PlanFor(order.Target.SizeBytes, SurfaceEngine.Fio), surface.PlanFor(order.Target.SizeBytes, SurfaceEngine.Badblocks));
        IEnumerable<string> arguments =
        [
            connection.RunDirectory, order.RunId, Number(order.Epoch), Loops, .. Identity(order.Target),
            SurfaceWords.Of(surface.Engine), Number(plain.BlockBytes), Number(surface.MaxBadBlocks), string.Join('\n', surface.StaleLabels.Select(label => $"{label.Code} {label.Detail}")),
            Celsius(surface.PauseAtCelsius), Celsius(surface.ResumeAtCelsius), Lines(tagged), Lines(plain),
        ];
        var answer = await AskAsync(CallLimit, "start", arguments, cancellationToken);
        return Refusal(answer)
            ?? (answer.Lines.Any(line => line.Tag is "started" or "running" or "ended") ? new LaunchAnswer.Running(order.RunId) : throw NotUnderstood(answer));
    }

    internal static LaunchAnswer? Refusal(HostAnswer answer) =>
        answer.First("fenced") is not null ? throw NotUnderstood(answer)
        : answer.First("impossible") is { } impossible ? new LaunchAnswer.Impossible(impossible.Word(0))
        : answer.First("refused") is not null ? new LaunchAnswer.Refused([.. answer.All("refused").Select(line => new InUseFact(line.Word(0), line.Word(1))).Distinct()])
        : null;

    private async Task LookAtSurfacesAsync(ImmutableArray<RunWatch> watches, CancellationToken cancellationToken)
    {
        foreach (var planless in watches.Where(watch => watch.Order.Surface is null))
        {
            planless.Post(new RunSnapshot.Unseen("The order has no plan."));
        }

        var sights = watches.Where(watch => watch.Order.Surface is not null)
            .Select(watch => (Watch: watch, Sight: watch.Memory as SurfaceSight ?? new SurfaceSight(watch.Order))).ToList();
        var answer = await status.AskAsync(sights.Select(look => $"{look.Watch.Order.RunId}:{Number(look.Sight.Seen)}"), cancellationToken);
        var ends = new List<(RunWatch Watch, SurfaceSight Sight, RunSnapshot.Ended Ended)>();
        foreach (var (watch, sight) in sights)
        {
            switch (sight.After(answer))
            {
                case (var after, RunSnapshot.Ended ended):
                    watch.Memory = after;
                    ends.Add((watch, after, ended));
                    break;
                case (var after, var snapshot):
                    watch.Memory = after;
                    watch.Post(snapshot);
                    break;
                default:
                    watch.Post(new RunSnapshot.Unseen("The host said nothing of this run."));
                    break;
            }
        }

        // When everybody has heard: what one run left behind must not keep news from the others.
        await Task.WhenAll(ends.Select(end => PostEndAsync(end.Watch, end.Sight, end.Ended, cancellationToken)));
    }

    private async Task PostEndAsync(RunWatch watch, SurfaceSight sight, RunSnapshot.Ended ended, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await AskAsync(LookLimit, "evidence", [connection.RunDirectory, sight.RunId], cancellationToken);
            var result = ended.Result with { Evidence = [new StageEvidence("surface.log", answer.Text("log")), .. SurfaceEvidence.Of(sight, ended.Result)] };
            watch.Post(ended with { Result = await stageEnd.AddToAsync(result, sight.Order, cancellationToken) });
        }
        catch (NasException exception)
        {
            watch.Post(new RunSnapshot.Unseen($"The run has ended, and what it left could not be read: {exception.Message}"));
        }
    }

    private async Task<HostAnswer> AskAsync(TimeSpan limit, string verb, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            return HostAnswer.Read(await shell.RunAsync(HostProgramme.Text(verb, arguments), either.Token));
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new NasException(NasFault.Unreachable, $"{connection.Name} did not answer '{verb}' within {limit.TotalSeconds:F0} seconds.", exception);
        }
    }

    internal static void Expect(HostAnswer answer, string tag)
    {
        if (answer.First(tag) is null)
        {
            throw NotUnderstood(answer);
        }
    }

    internal static NasException NotUnderstood(HostAnswer answer) => answer.First("fenced") is { } fenced
        ? new NasException(NasFault.Fenced, $"Another controller of epoch {fenced.Word(0)} has taken the run over.") { HostEpoch = fenced.Number(0) }
        : answer.First("not_ended") is not null ? new NasException(NasFault.Unreachable, "The run has not ended yet.")
        : new NasException(NasFault.UnexpectedAnswer, $"The host answered in words that are not known: {answer.Lines[0].Tag} {answer.Lines[0].Rest}");
}
