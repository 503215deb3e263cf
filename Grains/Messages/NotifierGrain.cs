using System.Collections.Immutable;
using System.Diagnostics;
using Burnin.Domain.Messages;
using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Jobs;
using Burnin.Grains.Interfaces.Messages;
using Burnin.Grains.Interfaces.Settings;
using Burnin.Grains.Settings;
using Burnin.Grains.Storage;
using Microsoft.Extensions.Logging;

namespace Burnin.Grains.Messages;

/// <summary>
/// Tells what happened on one channel. What it was told is stored before it answers; a delivery runs beside its turns, so
/// that a slow server keeps no job waiting.
/// </summary>
[GrainType("notifier")]
internal sealed partial class NotifierGrain(
    [PersistentState("notifier", StorageNames.Burnin)] IPersistentState<Stored<NotifierRecord>> stored,
    IEnumerable<IMessageChannel> channels,
    SettingsCheck check,
    TimeProvider clock,
    ILogger<NotifierGrain> logger) : Grain, INotifierGrain, IRemindable
{
    private const string WakeUp = "wake-up";

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan WakeUpPeriod = TimeSpan.FromMinutes(1);

    private readonly GrainRecord<NotifierRecord> _record = new(stored);
    private readonly CancellationTokenSource _life = new();
    private IMessageChannel _channel = null!;
    private (ImmutableArray<Message> Messages, Task<Delivery> Result)? _underWay;
    private IGrainTimer? _ticks;

    private Outbox Outbox => _record.Current.Outbox;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var name = GrainKeys.NameIn(this.GetPrimaryKeyString());
        _channel = channels.FirstOrDefault(channel => channel.Name == name) ?? throw new ArgumentException($"There is no channel {name}.");
        StartTicking();
        return Task.CompletedTask;
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        // What is on its way is let out and noted, or it would go out once more after a restart.
        if (_underWay is { } sent)
        {
            await Task.WhenAny(sent.Result, Task.Delay(Patience, clock, cancellationToken));
            if (sent.Result.IsCompletedSuccessfully)
            {
                await NoteAsync(sent.Messages, await sent.Result);
            }
        }

        await _life.CancelAsync();
        _life.Dispose();
    }

    public Task JobEndedAsync(JobView job) => TakeAsync(job.ToMessage());

    public Task TellAsync(Notice notice) => TakeAsync(notice.ToMessage());

    private async Task TakeAsync(Message message)
    {
        if (!_channel.Wants(message.Event))
        {
            return;
        }

        // The reminder first: one without a message ends itself, a message without one might never be told.
        await this.RegisterOrUpdateReminder(WakeUp, WakeUpPeriod, WakeUpPeriod);
        await KeepAsync(Outbox.Take(message, _channel.Pace));
        StartTicking();
    }

    public async Task<ChannelTestResult> TestAsync(ImmutableDictionary<string, string?> values, bool sends)
    {
        switch (await GrainFactory.Settings().TryAsync(values))
        {
            case TrySettingsResult.Invalid invalid:
                return new ChannelTestResult.Invalid(invalid.Faults);
            case TrySettingsResult.Valid valid:
                var delivery = await _channel.TestAsync(check.Candidate(valid.Settings.Values), sends, _life.Token);
                return new ChannelTestResult.Tried(
                    delivery.Outcome == DeliveryOutcome.Delivered, [.. delivery.Steps.Select(step => new ChannelTestStep(step.Name, step.Detail, step.IsDone))]);
            default:
                throw new UnreachableException();
        }
    }

    public Task NudgeAsync() => KeepAsync(Outbox.Nudged());

    public Task<ChannelView> GetAsync() => Task.FromResult(new ChannelView
    {
        Name = _channel.Name,
        IsOn = _channel.IsOn,
        Waiting = Outbox.Waiting.Length,
        DeliveredAt = Outbox.DeliveredAt,
        Trouble = Outbox.Trouble,
        NextTryAt = Outbox.Waiting.IsEmpty || !_channel.IsOn ? null : Outbox.NotBefore,
        GivenUp = Outbox.GivenUp,
    });

    /// <summary>Waking is all the reminder is for. One with nothing to wake ends itself.</summary>
    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        StartTicking();
        if (Outbox.Waiting.IsEmpty && await this.GetReminder(WakeUp) is { } reminder)
        {
            await this.UnregisterReminder(reminder);
        }
    }

    private void StartTicking()
    {
        if (!Outbox.Waiting.IsEmpty)
        {
            _ticks ??= this.RegisterGrainTimer(TickAsync, new GrainTimerCreationOptions(TimeSpan.Zero, Period) { KeepAlive = true });
        }
    }

    private async Task TickAsync(CancellationToken cancellationToken)
    {
        if (_underWay is { } sent)
        {
            if (!sent.Result.IsCompleted)
            {
                return;
            }

            // Forgotten only when it is noted: storage out of order must not make the same mail go out every second.
            await NoteAsync(sent.Messages, await sent.Result);
            _underWay = null;
        }

        await KeepAsync(Outbox.Aged(clock.GetUtcNow(), _channel.Pace));
        if (Outbox.Waiting.IsEmpty)
        {
            _ticks?.Dispose();
            _ticks = null;
        }
        else if (_channel.IsOn && Outbox.Due(clock.GetUtcNow(), _channel.Pace) is { IsEmpty: false } due)
        {
            _underWay = (due, DeliverAsync(due));
        }
    }

    private async Task<Delivery> DeliverAsync(ImmutableArray<Message> messages)
    {
        try
        {
            return await _channel.DeliverAsync(messages, _life.Token);
        }
        catch (Exception exception) when (!_life.IsCancellationRequested)
        {
            LogUnforeseen(logger, exception, _channel.Name);
            return Delivery.Failed("send", "Burnin failed on this in a way nobody foresaw; its log says more.");
        }
    }

    private async Task NoteAsync(ImmutableArray<Message> messages, Delivery delivery)
    {
        if (delivery.Outcome == DeliveryOutcome.Delivered)
        {
            LogDelivered(logger, _channel.Name, messages.Length, messages[0].Headline);
        }
        else
        {
            LogFailed(logger, _channel.Name, Outbox.Failures + 1, delivery.Why);
        }

        await KeepAsync(Outbox.After(messages, delivery, clock.GetUtcNow(), _channel.Pace));
    }

    private async Task KeepAsync(Outbox next)
    {
        if (ReferenceEquals(next, Outbox))
        {
            return;
        }

        if (next.GivenUp > Outbox.GivenUp)
        {
            LogGivenUp(logger, _channel.Name, next.GivenUp - Outbox.GivenUp, next.Trouble ?? "too many at once");
        }

        await _record.UpdateAsync(record => record with { Outbox = next });
    }
}
