namespace Burnin.MockTrueNas.Original.SelfTests;

/// <summary>What ended a test before its time.</summary>
internal sealed record Interruption(InterruptionCause Cause, DateTimeOffset At);
