namespace Burnin.MockTrueNas.Api;

/// <summary>By which of its doors a client came in.</summary>
internal enum Transport
{
    Rest,
    Ddp,
    JsonRpc,
}
