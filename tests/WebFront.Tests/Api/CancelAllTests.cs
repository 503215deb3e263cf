using Burnin.Grains.Interfaces.Jobs;
using Burnin.WebFront.Tests.Fakes;
using Burnin.WebFront.Tests.Host;

namespace Burnin.WebFront.Tests.Api;

public sealed class CancelAllTests
{
    [Fact]
    public async Task Everything_that_is_not_over_is_cancelled_and_each_outcome_is_told()
    {
        var world = Showroom.Open();
        await using var front = await FrontHost.StartAsync(world);
        world.CancelAnswers["job-sdb"] = () => new CancelJobResult.Cancelling("not proved");
        world.CancelAnswers["job-sdc"] = () => throw new TimeoutException();

        // Of a drive that no picture shows: only the governor knows this one.
        world.Jobs["job-hidden"] = world.Jobs["job-sdh"] with { Summary = Showroom.Queued("job-hidden", "marta") };
        world.CancelAnswers["job-hidden"] = () => new CancelJobResult.AlreadyOver("passed");

        var rows = await Trail.OfAsync(front, async () =>
        {
            var (_, body) = await front.Http.SendAsync(HttpMethod.Post, "/api/v1/burnin/cancel-all", new { @operator = "jo" });

            Assert.Equal(["job-da3", "job-paused", "job-sdd", "job-sdf", "job-sdg", "job-sdh", "job-sdi"], Ids("cancelled"));
            Assert.Equal(["job-sdb"], Ids("cancelling"));
            Assert.Equal(["job-hidden"], Ids("already_over"));
            Assert.Equal(("job-sdc", "time_out"), (body.GetProperty("failed")[0].Text("job_id"), body.GetProperty("failed")[0].Text("code")));

            IEnumerable<string?> Ids(string name) => body.GetProperty(name).EnumerateArray().Select(id => id.GetString());
        });

        var row = Assert.Single(rows);
        Assert.Equal(("jo", "burnin_cancel_all", "7 cancelled, 1 cancelling, 1 already over, 1 failed"), (row.Actor, row.Action, row.Detail));
    }
}
