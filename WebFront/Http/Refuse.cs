using Microsoft.AspNetCore.Http;

namespace Burnin.WebFront.Http;

/// <summary>The refusals that more than one noun has.</summary>
internal static class Refuse
{
    public static ApiProblem Invalid(string field, string reason) => new(StatusCodes.Status422UnprocessableEntity, "invalid", $"{field}: {reason}")
    {
        More = new Dictionary<string, object?> { ["field"] = field },
    };

    public static ApiProblem UnknownDrive(string id) =>
        new(StatusCodes.Status404NotFound, "unknown_drive", $"No NAS has ever shown a drive with the id {id}. Take an id from GET /api/v1/drives.");

    public static ApiProblem UnknownNas(string name) =>
        new(StatusCodes.Status404NotFound, "unknown_nas", $"There is no NAS named {name}. Take a name from GET /api/v1/nas.");

    public static ApiProblem UnknownJob(string id) =>
        new(StatusCodes.Status404NotFound, "unknown_job", $"There is no burn-in with the id {id}. Take an id from GET /api/v1/burnin.");

    /// <summary>The NAS could not be asked: 504 where it was silent, 502 where it answered wrongly or not at all.</summary>
    public static int StatusOfFault(string fault) => fault is "time_out" or "timeout" or "timed_out"
        ? StatusCodes.Status504GatewayTimeout
        : StatusCodes.Status502BadGateway;
}
