using System.Collections.Immutable;

namespace Burnin.Domain.Drives;

/// <summary>The present hour of each drive, so that only what is news has to be stored: heat is read every few seconds and hardly ever changes.</summary>
public sealed record HeatBook
{
    private ImmutableDictionary<string, HeatHour> Hours { get; init; } = ImmutableDictionary<string, HeatHour>.Empty;

    /// <summary>The book with these readings in it, and those hours that they have begun or widened.</summary>
    public (HeatBook Book, ImmutableArray<HeatHour> News) With(IEnumerable<(string DriveId, int Celsius)> readings, DateTimeOffset now)
    {
        var hour = HeatHour.HourOf(now);
        var news = ImmutableArray.CreateBuilder<HeatHour>();
        foreach (var (driveId, celsius) in readings)
        {
            var known = Hours.GetValueOrDefault(driveId) is { } last && last.Hour == hour ? last : null;
            var next = known?.With(celsius) ?? new HeatHour(driveId, hour, celsius, celsius);
            if (next != known)
            {
                news.Add(next);
            }
        }

        return (this with { Hours = Hours.SetItems(news.Select(each => KeyValuePair.Create(each.DriveId, each))) }, news.ToImmutable());
    }
}
