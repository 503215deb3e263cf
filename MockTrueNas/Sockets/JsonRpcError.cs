namespace Burnin.MockTrueNas.Sockets;

/// <summary>The codes of JSON-RPC, and the product's two.</summary>
internal static class JsonRpcError
{
    public const int InvalidJson = -32700;
    public const int InvalidRequest = -32600;
    public const int MethodNotFound = -32601;
    public const int InvalidParams = -32602;
    public const int TooManyCalls = -32000;
    public const int CallError = -32001;
}
