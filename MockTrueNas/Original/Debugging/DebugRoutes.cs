using Burnin.MockTrueNas.Original.Faults;
using Burnin.MockTrueNas.Original.Fleet;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Burnin.MockTrueNas.Original.Debugging;

/// <summary>The levers behind the box: no product has them, they need no key, and no fault touches them.</summary>
internal static class DebugRoutes
{
    public static void MapDebug(this IEndpointRouteBuilder routes)
    {
        var debug = routes.MapGroup("/debug");

        debug.MapGet("/state", State);
        debug.MapPost("/reset", Reset);
        debug.MapPost("/complete-all-jobs", CompleteAllJobs);
        debug.MapPost("/faults", SetFaults);
        debug.MapDriveDebug();
    }

    private static Ok<DebugState> State(PretendNas nas, MockNasOptions options) =>
        TypedResults.Ok(DebugState.Of(nas.Look(), options));

    private static Ok<DebugState> Reset(PretendNas nas, MockNasOptions options)
    {
        nas.Reset();
        return State(nas, options);
    }

    private static Ok<DebugState> CompleteAllJobs(PretendNas nas, MockNasOptions options)
    {
        nas.CompleteAllJobs();
        return State(nas, options);
    }

    private static Results<Ok<DebugState>, UnprocessableEntity<string>> SetFaults(
        FaultPlan plan, PretendNas nas, MockNasOptions options)
    {
        if (!plan.IsPossible)
        {
            return TypedResults.UnprocessableEntity("slow_ms must not be negative, and status lies in 400..599 or is null.");
        }

        nas.Change((state, _) => state with { Faults = plan });
        return State(nas, options);
    }
}
