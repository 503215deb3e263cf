using System.Globalization;
using Burnin.History.Jobs;
using Burnin.WebFront.Export;
using Burnin.WebFront.Http;
using Microsoft.AspNetCore.Mvc;

namespace Burnin.WebFront.BurnIns;

/// <summary>Which jobs an address asks for: the same words on the page, in the API and for exports.</summary>
public sealed record JobQuery
{
    private const int LongestText = 200;

    public static readonly IReadOnlyList<string> States = ["queued", "running", "paused", "passed", "failed", "inconclusive", "cancelled"];

    public static readonly IReadOnlyList<string> Verdicts = ["pass", "pass_with_notes", "inconclusive", "fail"];

    [FromQuery(Name = "state")]
    public string? State { get; init; }

    [FromQuery(Name = "verdict")]
    public string? Verdict { get; init; }

    [FromQuery(Name = "nas")]
    public string? Nas { get; init; }

    [FromQuery(Name = "drive_id")]
    public string? DriveId { get; init; }

    [FromQuery(Name = "profile")]
    public string? Profile { get; init; }

    [FromQuery(Name = "serial")]
    public string? Serial { get; init; }

    [FromQuery(Name = "model")]
    public string? Model { get; init; }

    [FromQuery(Name = "operator")]
    public string? Operator { get; init; }

    /// <summary>Words that occur anywhere.</summary>
    [FromQuery(Name = "q")]
    public string? Text { get; init; }

    /// <summary>Ordered on this day or later, in UTC; or from this moment on.</summary>
    [FromQuery(Name = "from")]
    public string? From { get; init; }

    /// <summary>Ordered on this day or earlier, in UTC; or before this moment.</summary>
    [FromQuery(Name = "to")]
    public string? To { get; init; }

    /// <summary>A column, with a minus for the highest first.</summary>
    [FromQuery(Name = "sort")]
    public string? Sort { get; init; }

    [FromQuery(Name = "limit")]
    public int? Limit { get; init; }

    [FromQuery(Name = "before")]
    public string? Before { get; init; }

    [FromQuery(Name = "after")]
    public string? After { get; init; }

    public bool IsFiltered => new[] { State, Verdict, Nas, DriveId, Profile, Serial, Model, Operator, Text, From, To }.Any(text => !string.IsNullOrWhiteSpace(text));

    /// <summary>What History is to be asked, or what is wrong with the address.</summary>
    internal ApiProblem? Read(out JobFilter filter)
    {
        filter = new JobFilter();
        var isFrom = DayRange.TryFrom(From, out var from);
        var isTo = DayRange.TryTo(To, out var to);
        if (Problem(isFrom, isTo) is { } problem)
        {
            return problem;
        }

        filter = new JobFilter
        {
            State = Given(State),
            Verdict = Given(Verdict),
            Nas = Given(Nas),
            DriveId = Given(DriveId),
            Profile = Given(Profile),
            Serial = Given(Serial),
            Model = Given(Model),
            Operator = Given(Operator),
            Text = Given(Text),
            From = from,
            To = to,
            Order = JobOrder.Parse(Sort),
            Limit = Limit ?? filter.Limit,
            Before = Given(Before),
            After = Given(After),
        };
        return null;
    }

    private ApiProblem? Problem(bool isFrom, bool isTo)
    {
        if (Given(State) is { } state && !States.Contains(state))
        {
            return Refuse.Invalid("state", $"one of {string.Join(", ", States)}.");
        }

        if (Given(Verdict) is { } verdict && !Verdicts.Contains(verdict))
        {
            return Refuse.Invalid("verdict", $"one of {string.Join(", ", Verdicts)}.");
        }

        if (Given(Sort) is { } sort && !JobOrder.Columns.Contains(sort.TrimStart('-')))
        {
            return Refuse.Invalid("sort", $"one of {string.Join(", ", JobOrder.Columns)}, with a minus for the highest first.");
        }

        if (Limit is < 1 or > JobFilter.LargestLimit)
        {
            return Refuse.Invalid("limit", string.Create(CultureInfo.InvariantCulture, $"1 to {JobFilter.LargestLimit}."));
        }

        if (!isFrom || !isTo)
        {
            return Refuse.Invalid(isFrom ? "to" : "from", "a day such as 2026-11-23, or a moment such as 2026-11-23T09:00:00Z.");
        }

        return new[] { Nas, DriveId, Profile, Serial, Model, Operator, Text, Before, After }.Any(text => text?.Length > LongestText)
            ? Refuse.Invalid("q", string.Create(CultureInfo.InvariantCulture, $"at most {LongestText} characters each."))
            : null;
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
