namespace Burnin.WebFront.Http;

/// <summary>The body of a command that has been read, whatever it was, JSON or a form: filters see why it is unfit, and still audit the attempt.</summary>
internal interface ICommandBody
{
    ReadOnlyMemory<byte> Raw { get; }

    /// <summary>Null for a body that could be read.</summary>
    ApiProblem? Problem { get; }

    /// <summary>Who the body says it is from.</summary>
    string? Operator { get; }
}
