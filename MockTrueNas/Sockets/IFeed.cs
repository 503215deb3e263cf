using Burnin.MockTrueNas.Boxes;

namespace Burnin.MockTrueNas.Sockets;

/// <summary>What a subscription hears. It compares what is with what it told last.</summary>
internal interface IFeed
{
    /// <summary>True after the last event that will ever come.</summary>
    bool IsOver { get; }

    IEnumerable<FeedEvent> Next(BoxMoment moment);
}
