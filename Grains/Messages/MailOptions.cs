using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using Burnin.Domain.Messages;
using Microsoft.Extensions.Options;

namespace Burnin.Grains.Messages;

/// <summary>E-mail: off while there is no host.</summary>
public sealed class MailOptions
{
    public const string Section = "Burnin:Mail";

    [StringLength(253)]
    public string Host { get; init; } = "";

    public MailMode Mode { get; init; }

    /// <summary>Left out: the one of the mode.</summary>
    [Range(1, 65535)]
    public int? Port { get; init; }

    /// <summary>The server must prove who it is.</summary>
    public bool VerifyTls { get; init; } = true;

    /// <summary>Left out: nobody signs in.</summary>
    [StringLength(320)]
    public string User { get; init; } = "";

    [StringLength(1000)]
    public string Password { get; init; } = "";

    /// <summary>Left out: the user, where that is an address.</summary>
    [StringLength(320)]
    public string From { get; init; } = "";

    /// <summary>Separated by commas.</summary>
    [StringLength(2000)]
    public string To { get; init; } = "";

    /// <summary>A burn-in that failed, or ended without a verdict, is told at once.</summary>
    public bool AlertOnFail { get; init; } = true;

    /// <summary>One that passed as well.</summary>
    public bool AlertOnPass { get; init; }

    public bool IsOn => Host.Length > 0;

    public string Sender => From.Length > 0 ? From : User;

    public ImmutableArray<string> Recipients => [.. To.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    internal MailAccount ToAccount() => new()
    {
        Host = Host,
        Mode = Mode,
        OtherPort = Port,
        VerifiesTls = VerifyTls,
        User = User,
        Password = Password,
        From = Sender,
        To = Recipients,
    };
}

[OptionsValidator]
public sealed partial class MailOptionsValidator : IValidateOptions<MailOptions>;
