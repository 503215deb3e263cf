namespace Burnin.Grains.Interfaces.Messages;

/// <summary>One step on the way to a delivery: its name, what came of it, and whether it worked.</summary>
[GenerateSerializer, Immutable, Alias("burnin.channel-test-step")]
public sealed record ChannelTestStep([property: Id(0)] string Name, [property: Id(1)] string Detail, [property: Id(2)] bool IsDone);
