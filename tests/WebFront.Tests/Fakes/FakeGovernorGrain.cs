using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Fleet;

namespace Burnin.WebFront.Tests.Fakes;

internal sealed class FakeGovernorGrain(FakeWorld world) : Grain, IConcurrencyGovernorGrain
{
    private string Nas => GrainKeys.NameIn(this.GetPrimaryKeyString());

    public Task<LeaseAnswer> AcquireAsync(string jobId) => throw new NotSupportedException();

    public Task ReleaseAsync(string jobId) => throw new NotSupportedException();

    public Task SetLimitAsync(int limit) => throw new NotSupportedException();

    public Task<GovernorView> GetAsync() => Task.FromResult(new GovernorView
    {
        Limit = 2,
        Holders = [.. JobsIn("running")],
        Waiting = [.. JobsIn("queued")],
    });

    private IEnumerable<string> JobsIn(string state) => world.Jobs.Values
        .Where(job => job.Nas == Nas && job.Summary.State == state && !job.IsOver)
        .Select(job => job.Summary.JobId);
}
