namespace Burnin.Domain.Jobs;

/// <summary>What a stage is expected to ask of a drive.</summary>
/// <param name="Stage">Which.</param>
/// <param name="Seconds">How long it takes.</param>
/// <param name="WrittenBytes">In all passes together.</param>
/// <param name="ReadBytes">In all passes together.</param>
/// <param name="Passes">How often the surface, or its samples, are gone over; 0 for a stage that tests none.</param>
public sealed record StageForecast(StageName Stage, double Seconds, long WrittenBytes = 0, long ReadBytes = 0, int Passes = 0);
