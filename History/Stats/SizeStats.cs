namespace Burnin.History.Stats;

/// <summary>How long passed jobs of one profile took on drives of one size.</summary>
/// <param name="SizeBytes">To two digits, as on the label: drives of 16 TB differ in their last bytes.</param>
/// <param name="Profile">Of the jobs.</param>
/// <param name="Jobs">How many.</param>
/// <param name="LowSeconds">One in ten took less.</param>
/// <param name="MedianSeconds">Half of them took less.</param>
/// <param name="HighSeconds">Nine in ten took less.</param>
public sealed record SizeStats(long SizeBytes, string Profile, long Jobs, double LowSeconds, double MedianSeconds, double HighSeconds);
