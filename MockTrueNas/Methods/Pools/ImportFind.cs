using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Api;
using Burnin.MockTrueNas.Jobs;
using Burnin.MockTrueNas.Pools;

namespace Burnin.MockTrueNas.Methods.Pools;

/// <summary><c>pool.import_find</c>: a job that reads every disk, and names pools but no disks.</summary>
internal static class ImportFind
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(3);

    public static ApiMethod Method { get; } = new("pool.import_find", Run) { Role = "POOL_READ" };

    private static ApiAnswer Run(ApiCall call)
    {
        call.Box.Violations.Scanned("pool.import_find");

        return call.Box.Change<ApiAnswer>(moment =>
        {
            var found = JsonReading.Array(moment.State.Pools
                .Where(pool => pool.State is PoolState.Exported)
                .Select(pool => (JsonNode)new JsonObject { ["name"] = pool.Name, ["guid"] = pool.Guid, ["status"] = "ONLINE", ["hostname"] = "elsewhere" }));
            var (state, job) = JobClerk.Add(moment.State, id => new Job
            {
                Id = id,
                Method = "pool.import_find",
                Arguments = "[]",
                Work = new JobWork.Timed(Length, found.ToJsonString()),
                StartedAt = moment.Now,
                Owner = call.Session.Login?.User,
                OwnerKey = call.Session.Login?.Key?.Id,
                MessageId = call.MessageId?.ToJsonString(),
            });

            return (state, new ApiAnswer.Started(job.Id));
        });
    }
}
