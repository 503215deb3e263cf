namespace Burnin.History.Smart;

/// <summary>When a reading of a drive was taken, and the number by which its output can be asked for.</summary>
public sealed record SmartMoment(long Id, DateTimeOffset TakenAt);
