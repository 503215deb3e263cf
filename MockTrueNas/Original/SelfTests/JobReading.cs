namespace Burnin.MockTrueNas.Original.SelfTests;

/// <summary>How a job stands at one moment; it ends with the last of its tests.</summary>
internal sealed record JobReading(JobState State, int Percent, DateTimeOffset? EndedAt, string? Error);
