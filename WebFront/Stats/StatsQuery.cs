using Burnin.History.Stats;
using Burnin.WebFront.Http;
using Microsoft.AspNetCore.Mvc;

namespace Burnin.WebFront.Stats;

/// <summary>Which burn-ins an address wants counted.</summary>
public sealed record StatsQuery
{
    public const string UsualPeriod = "90d";

    /// <summary>The last so many days; null for all that was ever recorded.</summary>
    public static readonly IReadOnlyList<(string Value, string Word, int? Days)> Periods =
        [("14d", "14 days", 14), ("30d", "30 days", 30), ("90d", "90 days", 90), ("365d", "1 year", 365), ("all", "All", null)];

    [FromQuery(Name = "nas")]
    public string? Nas { get; init; }

    /// <summary>One of <see cref="Periods"/>.</summary>
    [FromQuery(Name = "period")]
    public string? Period { get; init; }

    public string PeriodOrUsual => string.IsNullOrEmpty(Period) ? UsualPeriod : Period;

    internal ApiProblem? Read(DateTimeOffset now, out StatsFilter filter)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        filter = new StatsFilter { Today = today };
        if (Periods.All(period => period.Value != PeriodOrUsual))
        {
            return Refuse.Invalid("period", $"one of {string.Join(", ", Periods.Select(period => period.Value))}.");
        }

        var days = Periods.First(period => period.Value == PeriodOrUsual).Days;
        filter = filter with
        {
            Nas = string.IsNullOrWhiteSpace(Nas) ? null : Nas,
            From = days is { } back ? new DateTimeOffset(today.AddDays(1 - back), TimeOnly.MinValue, TimeSpan.Zero) : null,
        };
        return null;
    }
}
