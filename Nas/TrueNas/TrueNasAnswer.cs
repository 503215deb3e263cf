using System.Text.Json;

namespace Burnin.Nas.TrueNas;

/// <summary>What a NAS answered to a call that reached it. What did not reach it, or came back as no answer, is a <c>NasException</c>.</summary>
internal abstract record TrueNasAnswer
{
    private TrueNasAnswer()
    {
    }

    /// <summary>Null for a result; a sentence for anything else.</summary>
    public string? WhyNot => this switch
    {
        Missing missing => missing.Why,
        Denied denied => denied.Why,
        Refused refused => refused.Why,
        _ => null,
    };

    /// <summary>The value stays readable for ever: it does not hang on a buffer of the transport.</summary>
    public sealed record Result(JsonElement Value) : TrueNasAnswer;

    /// <summary>This release, or this transport of it, has no such method: 404, <c>-32601</c>, ENOMETHOD.</summary>
    public sealed record Missing(string Why) : TrueNasAnswer;

    /// <summary>The login is good, and not for this: 403, EACCES, "Not authorized".</summary>
    public sealed record Denied(string Why) : TrueNasAnswer;

    /// <summary>The method was run, or looked at its arguments, and says no: validation, a call error, or a crash, in its own words.</summary>
    public sealed record Refused(string Why) : TrueNasAnswer;
}
