using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Burnin.MockTrueNas.Api;

/// <summary>What a method answers, before a transport puts it into its own shape.</summary>
internal abstract record ApiAnswer
{
    private ApiAnswer() { }

    public sealed record Result(JsonNode? Value) : ApiAnswer;

    /// <summary>What the method answers comes when its job ends.</summary>
    public sealed record Started(int JobId) : ApiAnswer;

    /// <summary>A CallError.</summary>
    public sealed record Refused(int Errno, string Reason) : ApiAnswer;

    public sealed record Invalid(ImmutableArray<AttributeError> Errors) : ApiAnswer;

    /// <summary>Somebody asked to <c>get</c> what is not there.</summary>
    public sealed record NoMatch() : ApiAnswer;

    /// <summary>An exception that nobody caught.</summary>
    public sealed record Crashed(string Exception, string Reason) : ApiAnswer;

    public static ApiAnswer Of(JsonNode? value) => new Result(value);

    public static ApiAnswer Wrong(string attribute, string message) => new Invalid([new AttributeError(attribute, message)]);

    public static implicit operator ApiAnswer(JsonNode value) => new Result(value);

    public static implicit operator ApiAnswer(string value) => new Result(value);

    public static implicit operator ApiAnswer(bool value) => new Result(value);
}
