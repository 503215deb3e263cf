using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Nases;

namespace Burnin.WebFront.Tests.Fakes;

internal sealed class FakeNasGrain(FakeWorld world) : Grain, INasGrain
{
    private string Name => GrainKeys.NameIn(this.GetPrimaryKeyString());

    public Task<ConfigureNasResult> AddAsync(NasSettings settings, CancellationToken cancellationToken = default) => AnswerAsync(() =>
    {
        if (world.Nases.ContainsKey(Name))
        {
            return new ConfigureNasResult.Conflict($"There is a NAS named {Name} already.");
        }

        var view = Showroom.Nas(Name, settings.Kind, settings.Url ?? settings.Ssh?.Host ?? "this machine", settings.MaxParallel);
        world.Nases[Name] = view;
        return new ConfigureNasResult.Accepted(view);
    });

    public Task<NasView?> GetAsync() => Task.FromResult(world.Nases.GetValueOrDefault(Name));

    public Task<ConfigureNasResult> RemoveAsync() => AnswerAsync(() =>
    {
        world.Nases.TryRemove(Name, out var view);
        return new ConfigureNasResult.Accepted(view!);
    });

    public Task<ConfigureNasResult> ChangeAsync(NasChange change, CancellationToken cancellationToken = default) => AnswerAsync(() =>
    {
        world.NasChanges.Enqueue((Name, change));
        var view = world.Nases[Name];
        var limit = change.MaxParallel ?? view.MaxParallel;
        world.Nases[Name] = view with
        {
            MaxParallel = limit,
            Paused = change.Paused ?? view.Paused,
            Url = change.Url ?? view.Url,
            Status = view.Status with { MaxParallel = limit, Health = change.Paused == true ? "paused" : "ok" },
        };
        return new ConfigureNasResult.Accepted(world.Nases[Name]);
    });

    public Task<TryNasResult> TryAsync(NasChange change, CancellationToken cancellationToken = default)
    {
        world.NasChanges.Enqueue((Name, change));
        return Task.FromResult<TryNasResult>(world.NasAnswers.TryGetValue(Name, out var answer)
            ? new TryNasResult.Refused(answer())
            : new TryNasResult.Seen { Product = "TrueNAS 26.0", Drives = 12, FreeDrives = 7, Capabilities = [new CapabilityView { What = "inventory", By = "jsonrpc" }] });
    }

    public Task EnsurePollingAsync() => Task.CompletedTask;

    public Task LookSoonAsync() => Task.CompletedTask;

    public Task ConfigureAsync(NasSettings settings) => AddAsync(settings);

    public Task<NasSettings?> GetSettingsAsync() => Task.FromResult<NasSettings?>(null);

    private Task<ConfigureNasResult> AnswerAsync(Func<ConfigureNasResult> usual) =>
        Task.FromResult(world.NasAnswers.TryGetValue(Name, out var answer) ? answer() : usual());
}
