using System.Collections.Immutable;
using Burnin.Domain.Messages;

namespace Burnin.Messages;

/// <summary>Notes step by step how far an attempt came.</summary>
internal sealed class StepLog
{
    private string current = "";

    public ImmutableArray<DeliveryStep> Done { get; private set; } = [];

    public void Begin(string step) => current = step;

    public void End(string detail) => Done = Done.Add(new DeliveryStep(current, detail, IsDone: true));

    public Delivery FailedBy(string why) => new() { Outcome = DeliveryOutcome.Failed, Steps = Done.Add(new DeliveryStep(current, why, IsDone: false)) };
}
