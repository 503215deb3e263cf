using Microsoft.AspNetCore.Http.HttpResults;

namespace Burnin.MockTrueNas.Original;

/// <summary>The two shapes in which TrueNAS says no with a 422, and the one for all else.</summary>
internal static class OriginalError
{
    private const int InvalidArgument = 22;

    /// <summary>A request whose one attribute is wrong.</summary>
    public static IResult Validation(string attribute, string message) => TypedResults.Json(
        new Dictionary<string, Detail[]> { [attribute] = [new Detail(message, InvalidArgument)] },
        statusCode: StatusCodes.Status422UnprocessableEntity);

    /// <summary>A well-formed request that cannot be granted.</summary>
    public static IResult Call(string message, int errno) =>
        TypedResults.Json(new Detail(message, errno), statusCode: StatusCodes.Status422UnprocessableEntity);

    public static NotFound<Plain> NotFound(string message) => TypedResults.NotFound(new Plain(message));

    public static BadRequest<Plain> BadRequest(string message) => TypedResults.BadRequest(new Plain(message));

    internal sealed record Detail(string Message, int Errno);

    internal sealed record Plain(string Message);
}
