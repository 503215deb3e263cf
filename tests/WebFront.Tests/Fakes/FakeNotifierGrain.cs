using System.Collections.Immutable;
using Burnin.Grains.Interfaces.Jobs;
using Burnin.Grains.Interfaces.Messages;

namespace Burnin.WebFront.Tests.Fakes;

/// <summary>A channel whose tests come out as a test says.</summary>
internal sealed class FakeNotifierGrain(FakeWorld world) : Grain, INotifierGrain
{
    public static ChannelView Usual { get; } = new() { Name = "mail", IsOn = true, Waiting = 0, GivenUp = 0 };

    public static ChannelTestResult Works { get; } = new ChannelTestResult.Tried(true, [new("connect", "mail.example:587", true), new("send", "taken", true)]);

    public Task JobEndedAsync(JobView job) => throw new NotSupportedException();

    public Task TellAsync(Notice notice) => throw new NotSupportedException();

    public Task NudgeAsync() => throw new NotSupportedException();

    public Task<ChannelView> GetAsync() => Task.FromResult(world.Mail);

    public Task<ChannelTestResult> TestAsync(ImmutableDictionary<string, string?> values, bool sends)
    {
        world.MailTests.Enqueue((values, sends));
        return Task.FromResult(world.MailTest);
    }
}
