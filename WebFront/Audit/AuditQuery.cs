using System.Globalization;
using Burnin.History.Audit;
using Burnin.WebFront.Export;
using Burnin.WebFront.Http;
using Microsoft.AspNetCore.Mvc;

namespace Burnin.WebFront.Audit;

/// <summary>Which rows of the trail an address asks for: the same words on the page, in the API and for exports.</summary>
public sealed record AuditQuery
{
    private const int LongestText = 200;

    [FromQuery(Name = "actor")]
    public string? Actor { get; init; }

    [FromQuery(Name = "action")]
    public string? Action { get; init; }

    [FromQuery(Name = "drive_id")]
    public string? DriveId { get; init; }

    [FromQuery(Name = "job_id")]
    public string? JobId { get; init; }

    [FromQuery(Name = "nas")]
    public string? Nas { get; init; }

    /// <summary><c>done, refused</c>, and what else a row may say.</summary>
    [FromQuery(Name = "outcome")]
    public string? Outcome { get; init; }

    /// <summary>Words that occur anywhere.</summary>
    [FromQuery(Name = "q")]
    public string? Text { get; init; }

    /// <summary>On this day or later, in UTC; or from this moment on.</summary>
    [FromQuery(Name = "from")]
    public string? From { get; init; }

    /// <summary>On this day or earlier, in UTC; or before this moment.</summary>
    [FromQuery(Name = "to")]
    public string? To { get; init; }

    [FromQuery(Name = "limit")]
    public int? Limit { get; init; }

    [FromQuery(Name = "before")]
    public long? Before { get; init; }

    [FromQuery(Name = "after")]
    public long? After { get; init; }

    public int Rows => Limit ?? 50;

    public bool IsFiltered => new[] { Actor, Action, DriveId, JobId, Nas, Outcome, Text, From, To }.Any(text => !string.IsNullOrWhiteSpace(text));

    /// <summary>What History is to be asked, or what is wrong with the address.</summary>
    internal ApiProblem? Read(out AuditFilter filter)
    {
        filter = new AuditFilter();
        if (!DayRange.TryFrom(From, out var from) | !DayRange.TryTo(To, out var to))
        {
            return Refuse.Invalid(from is null && !string.IsNullOrWhiteSpace(From) ? "from" : "to", "a day such as 2026-11-23, or a moment such as 2026-11-23T09:00:00Z.");
        }

        if (Limit is < 1 or > AuditLog.LargestLimit)
        {
            return Refuse.Invalid("limit", string.Create(CultureInfo.InvariantCulture, $"1 to {AuditLog.LargestLimit}."));
        }

        if (new[] { Actor, Action, DriveId, JobId, Nas, Outcome, Text }.Any(text => text?.Length > LongestText))
        {
            return Refuse.Invalid("q", string.Create(CultureInfo.InvariantCulture, $"at most {LongestText} characters each."));
        }

        filter = new AuditFilter
        {
            Actor = Given(Actor),
            Action = Given(Action),
            DriveId = Given(DriveId),
            JobId = Given(JobId),
            Nas = Given(Nas),
            Outcome = Given(Outcome),
            Text = Given(Text),
            From = from,
            To = to,
        };
        return null;
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
