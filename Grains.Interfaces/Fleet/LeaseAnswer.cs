namespace Burnin.Grains.Interfaces.Fleet;

/// <summary>Granted, or the place in the queue: 1 is next.</summary>
[GenerateSerializer, Immutable, Alias("burnin.lease-answer")]
public sealed record LeaseAnswer([property: Id(0)] bool Granted, [property: Id(1)] int QueuePosition);
