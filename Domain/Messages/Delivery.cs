using System.Collections.Immutable;

namespace Burnin.Domain.Messages;

/// <summary>What came of an attempt to tell something, step by step. No secret in it.</summary>
public sealed record Delivery
{
    public required DeliveryOutcome Outcome { get; init; }

    /// <summary>In the order in which they were done; the last is the one that failed, if any did.</summary>
    public ImmutableArray<DeliveryStep> Steps { get; init; } = [];

    /// <summary>The other side has asked to be left alone for so long.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What went wrong; empty where nothing did.</summary>
    public string Why => Outcome == DeliveryOutcome.Delivered || Steps.IsEmpty ? "" : $"{Steps[^1].Name}: {Steps[^1].Detail}";

    public static Delivery Failed(string step, string why) => new() { Outcome = DeliveryOutcome.Failed, Steps = [new DeliveryStep(step, why, IsDone: false)] };

    public static Delivery NotSetUp(string why) => Failed("settings", why);
}
