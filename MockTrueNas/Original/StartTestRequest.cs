namespace Burnin.MockTrueNas.Original;

/// <summary>The type stays text here: what is no test is answered with the NAS's own words, not as bad JSON.</summary>
internal sealed record StartTestRequest(IReadOnlyList<string>? Disks, string? Type);
