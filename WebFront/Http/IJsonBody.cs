namespace Burnin.WebFront.Http;

/// <summary>A request body that has been read, whatever it was: filters see why it is unfit, and still audit the attempt.</summary>
internal interface IJsonBody
{
    ReadOnlyMemory<byte> Raw { get; }

    /// <summary>Null for a body that could be read.</summary>
    ApiProblem? Problem { get; }

    /// <summary>Who the body says it is from.</summary>
    string? Operator { get; }
}
