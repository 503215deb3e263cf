using System.Collections.Concurrent;
using Burnin.Domain.Messages;

namespace Burnin.Grains.Tests.Doubles;

/// <summary>Answers as a test says, and takes whatever it is given once there is nothing left to say.</summary>
internal sealed class FakeWebhookCaller : IWebhookCaller
{
    public ConcurrentQueue<Delivery> Answers { get; } = [];

    public ConcurrentQueue<(WebhookTarget Target, Message Message)> Calls { get; } = [];

    public Task<Delivery> CallAsync(WebhookTarget target, Message message, CancellationToken cancellationToken)
    {
        Calls.Enqueue((target, message));
        return Task.FromResult(Answers.TryDequeue(out var answer) ? answer : new Delivery { Outcome = DeliveryOutcome.Delivered, Steps = [new DeliveryStep("call", "answered 204", IsDone: true)] });
    }
}
