using System.Text.Json.Nodes;

namespace Burnin.MockTrueNas.Sockets;

/// <summary>Something that happened to a thing in a collection.</summary>
/// <param name="Kind">added, changed or removed.</param>
/// <param name="Id">Of the thing; null where there is but one.</param>
/// <param name="Fields">The thing itself; null where it is gone.</param>
internal sealed record FeedEvent(string Kind, JsonNode? Id, JsonNode? Fields);
