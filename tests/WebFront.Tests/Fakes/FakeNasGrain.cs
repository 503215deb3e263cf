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

    public Task<ConfigureNasResult> SetMaxParallelAsync(int maxParallel) => AnswerAsync(() =>
    {
        var view = world.Nases[Name];
        world.Nases[Name] = view with { MaxParallel = maxParallel, Status = view.Status with { MaxParallel = maxParallel } };
        return new ConfigureNasResult.Accepted(world.Nases[Name]);
    });

    public Task EnsurePollingAsync() => Task.CompletedTask;

    public Task ConfigureAsync(NasSettings settings) => AddAsync(settings);

    public Task<NasSettings?> GetSettingsAsync() => Task.FromResult<NasSettings?>(null);

    private Task<ConfigureNasResult> AnswerAsync(Func<ConfigureNasResult> usual) =>
        Task.FromResult(world.NasAnswers.TryGetValue(Name, out var answer) ? answer() : usual());
}
