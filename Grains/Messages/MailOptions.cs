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

    /// <summary>A NAS that does not answer for long, and that Burnin itself did not run.</summary>
    public bool AlertOnSilence { get; init; } = true;

    /// <summary>Once a day, what has ended, what runs and how the NAS boxes are doing.</summary>
    public bool Report { get; init; } = true;

    /// <summary>By the clock on the wall.</summary>
    [Range(0, 23)]
    public int ReportHour { get; init; } = 8;

    /// <summary>Where that wall is, as in <c>Europe/Berlin</c>. Left out: where this machine is.</summary>
    [StringLength(100)]
    public string TimeZone { get; init; } = "";

    public bool IsOn => Host.Length > 0;

    public string Sender => From.Length > 0 ? From : User;

    public ImmutableArray<string> Recipients => [.. To.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    internal TimeZoneInfo Zone => TimeZone.Length > 0 ? TimeZoneInfo.FindSystemTimeZoneById(TimeZone) : TimeZoneInfo.Local;

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
