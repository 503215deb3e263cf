using System.Collections.Immutable;

namespace Burnin.Domain.Messages;

/// <summary>Where mail goes, and how. Never printed as a whole: it holds a password.</summary>
public sealed class MailAccount
{
    public required string Host { get; init; }

    public required MailMode Mode { get; init; }

    /// <summary>Null for the one of the mode.</summary>
    public int? OtherPort { get; init; }

    public bool VerifiesTls { get; init; } = true;

    public string User { get; init; } = "";

    public string Password { get; init; } = "";

    public required string From { get; init; }

    public required ImmutableArray<string> To { get; init; }

    public int Port => OtherPort ?? Mode switch
    {
        MailMode.Starttls => 587,
        MailMode.Tls => 465,
        MailMode.Plain => 25,
    };
}
