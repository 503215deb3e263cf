using System.Collections.Concurrent;
using System.Collections.Immutable;
using Burnin.Domain.Messages;

namespace Burnin.Grains.Tests.Doubles;

/// <summary>Takes whatever it is given, unless a test has said otherwise.</summary>
internal sealed class FakeMailer : IMailer
{
    private TaskCompletionSource? _held;

    /// <summary>One a mail that was taken.</summary>
    public ConcurrentQueue<ImmutableArray<Message>> Sent { get; } = [];

    public ConcurrentQueue<MailAccount> Accounts { get; } = [];

    /// <summary>What every mail gets for an answer, and is not taken; null for one that takes them.</summary>
    public string? Refusal { get; set; }

    private int _attempts;

    public int Attempts => Volatile.Read(ref _attempts);

    /// <summary>Says nothing from now on, until it is let go.</summary>
    public void Hold() => _held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void LetGo()
    {
        _held?.SetResult();
        _held = null;
    }

    public async Task<Delivery> SendAsync(MailAccount account, ImmutableArray<Message> messages, CancellationToken cancellationToken)
    {
        Accounts.Enqueue(account);
        Interlocked.Increment(ref _attempts);
        if (_held is { } held)
        {
            await held.Task.WaitAsync(cancellationToken);
        }

        if (Refusal is { } why)
        {
            return Delivery.Failed("send", why);
        }

        Sent.Enqueue(messages);
        return new Delivery { Outcome = DeliveryOutcome.Delivered, Steps = [new DeliveryStep("send", "taken", IsDone: true)] };
    }

    public Task<Delivery> TryAsync(MailAccount account, CancellationToken cancellationToken)
    {
        Accounts.Enqueue(account);
        return Task.FromResult(new Delivery { Outcome = DeliveryOutcome.Delivered, Steps = [new DeliveryStep("connect", account.Host, IsDone: true)] });
    }
}
