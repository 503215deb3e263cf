using Burnin.Domain.Messages;

namespace Burnin.Grains.Messages;

/// <summary>What a notifier stores. Its JSON is a contract.</summary>
public sealed record NotifierRecord
{
    public Outbox Outbox { get; init; } = new();
}
