using Burnin.MockTrueNas.Api;
using Burnin.MockTrueNas.Jobs;

namespace Burnin.MockTrueNas.Methods.Core;

/// <summary><c>core.get_jobs</c>: a session without all powers sees its own only.</summary>
internal static class GetJobs
{
    public static ApiMethod Method { get; } = ApiMethod.Filterable("core.get_jobs", Run) with { NeedsNoRole = true };

    private static ApiAnswer Run(ApiCall call, QueryArguments query)
    {
        var moment = call.Box.Look();

        return Query.Answer(
            moment.State.Jobs.Where(job => JobAccess.Allows(job, call.Session, call.Product)).Select(job => JobRow.Of(job, moment, call.Session)),
            query,
            call.Product);
    }
}
