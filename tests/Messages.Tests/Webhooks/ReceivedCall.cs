using System.Text.Json;

namespace Burnin.Messages.Tests.Webhooks;

internal sealed record ReceivedCall(string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;
}
