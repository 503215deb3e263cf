namespace Burnin.MockTrueNas.Sockets;

/// <summary>What is spoken over a web socket.</summary>
internal interface ISocketProtocol
{
    /// <summary>One message of the client. Calls go on in the background, for answers may overtake each other.</summary>
    Task OnMessageAsync(string text);
}
