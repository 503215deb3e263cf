using System.Collections.Immutable;
using Burnin.Grains.Interfaces.Settings;

namespace Burnin.Grains.Interfaces.Messages;

/// <summary>What came of trying a channel with settings that are not saved.</summary>
[GenerateSerializer, Immutable, Alias("burnin.channel-test-result")]
public abstract record ChannelTestResult
{
    private ChannelTestResult()
    {
    }

    /// <summary>Steps: the last is the one that failed, if any did.</summary>
    [GenerateSerializer, Immutable, Alias("burnin.channel-test-result.tried")]
    public sealed record Tried([property: Id(0)] bool Works, [property: Id(1)] ImmutableArray<ChannelTestStep> Steps) : ChannelTestResult;

    /// <summary>Such settings could not be saved either.</summary>
    [GenerateSerializer, Immutable, Alias("burnin.channel-test-result.invalid")]
    public sealed record Invalid([property: Id(0)] ImmutableArray<SettingFault> Faults) : ChannelTestResult;
}
