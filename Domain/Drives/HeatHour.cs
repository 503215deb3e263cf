namespace Burnin.Domain.Drives;

/// <summary>How cool and how warm a drive was within one hour.</summary>
/// <param name="DriveId">Which.</param>
/// <param name="Hour">Its first moment, in UTC.</param>
/// <param name="LeastCelsius">The coolest that was read.</param>
/// <param name="MostCelsius">The warmest that was read.</param>
public sealed record HeatHour(string DriveId, DateTimeOffset Hour, int LeastCelsius, int MostCelsius)
{
    private const int SecondsInHour = 3600;

    public static DateTimeOffset HourOf(DateTimeOffset moment) =>
        DateTimeOffset.FromUnixTimeSeconds(moment.ToUnixTimeSeconds() / SecondsInHour * SecondsInHour);

    public HeatHour With(int celsius) =>
        celsius >= LeastCelsius && celsius <= MostCelsius ? this
        : this with { LeastCelsius = Math.Min(LeastCelsius, celsius), MostCelsius = Math.Max(MostCelsius, celsius) };
}
