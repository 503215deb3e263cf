namespace Burnin.Domain.Surface;

/// <summary>The segment in hand, and what the tool said of it last.</summary>
public sealed record CurrentSegment(int Index, long StartSecond, BadblocksProgress Progress);
