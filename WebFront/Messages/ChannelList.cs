using Burnin.Grains.Interfaces.Messages;

namespace Burnin.WebFront.Messages;

internal sealed record ChannelList(IReadOnlyList<ChannelView> Channels);
