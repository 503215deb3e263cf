using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Api;

namespace Burnin.MockTrueNas.Methods.Core;

/// <summary><c>core.set_options</c>: before a login too, and never counted.</summary>
internal static class SetOptions
{
    public static ApiMethod Method { get; } = new("core.set_options", Run)
    {
        Parameters = [new Parameter("options")],
        NeedsNoLogin = true,
        IsNotRateLimited = true,
        IsNotInRest = true,
    };

    private static ApiAnswer Run(ApiCall call)
    {
        if (call.Object(0) is not { } options)
        {
            return ApiAnswer.Wrong("options", "Input should be a valid dictionary or instance of CoreOptions");
        }

        var session = call.Session;
        session.HasLegacyJobs = options["legacy_jobs"].AsFlag() ?? session.HasLegacyJobs;
        session.HasPrivateMethods = options["private_methods"].AsFlag() ?? session.HasPrivateMethods;
        session.HasPythonExceptions = options["py_exceptions"].AsFlag() ?? session.HasPythonExceptions;

        return new JsonObject
        {
            ["legacy_jobs"] = session.HasLegacyJobs,
            ["private_methods"] = session.HasPrivateMethods,
            ["py_exceptions"] = session.HasPythonExceptions,
        };
    }
}
