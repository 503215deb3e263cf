using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Security.Authentication;
using System.Text;
using Burnin.Domain.Nases;

namespace Burnin.Nas.TrueNas.Sockets;

/// <summary>What becomes of connections, in our faults and in sentences an operator can act on.</summary>
internal static class SocketFailures
{
    private const int ExcerptLength = 200;

    public static NasException Closed(string place) =>
        new(NasFault.Unreachable, $"The connection to {place} was closed: its settings changed or it was removed.");

    /// <param name="place">Who does not answer as it should.</param>
    /// <param name="trust">What was asked of its certificate.</param>
    /// <param name="shown">The fingerprint that it showed; null where it came to none.</param>
    /// <param name="status">What the web server answered instead of a socket; 0 where it did not answer.</param>
    /// <param name="failure">What the runtime says.</param>
    public static NasException WhileConnecting(string place, TlsTrust trust, string? shown, HttpStatusCode status, Exception failure) => failure switch
    {
        NasException known => known,
        OperationCanceledException => Unreachable($"{place} did not answer in time. Check that the NAS is up and that no firewall swallows the port.", failure),
        _ when Find<AuthenticationException>(failure) is { } refused => Certificate(place, trust, shown, refused, failure),
        _ when status is not 0 => Answered(place, status, failure),
        _ when Find<SocketException>(failure) is { } network => Unreachable(Network(place, network), failure),
        _ => Unreachable($"No connection to {place}: {Innermost(failure).Message}", failure),
    };

    public static NasException WhileTalking(string place, WebSocket socket, Exception failure) => failure switch
    {
        NasException known => known,
        _ when socket.CloseStatus is not null => ClosedByNas(place, socket),
        _ => Unreachable($"The connection to {place} broke: {Innermost(failure).Message}", failure),
    };

    public static NasException ClosedByNas(string place, WebSocket socket) => socket.CloseStatus switch
    {
        WebSocketCloseStatus.PolicyViolation => Unreachable(
            $"{place} closes the connection: {socket.CloseStatusDescription}. Put the address of this machine on the NAS's list of addresses that may use its interface.", null),
        WebSocketCloseStatus.MessageTooBig or WebSocketCloseStatus.InvalidPayloadData or WebSocketCloseStatus.InvalidMessageType => new NasException(
            NasFault.UnexpectedAnswer, $"{place} does not take what we sent: {socket.CloseStatusDescription}."),
        _ => Unreachable($"{place} closed the connection{(string.IsNullOrEmpty(socket.CloseStatusDescription) ? "" : $": {socket.CloseStatusDescription}")}.", null),
    };

    public static NasException NotJsonRpc(string place, ReadOnlySpan<byte> message)
    {
        var excerpt = Encoding.UTF8.GetString(message[..Math.Min(message.Length, ExcerptLength)]).ReplaceLineEndings(" ");
        return new NasException(
            NasFault.UnexpectedAnswer, $"{place} sent what is no JSON-RPC: {(excerpt.Length > 0 ? excerpt : "bytes")}. Check that nothing stands between that changes what it says.");
    }

    private static NasException Certificate(string place, TlsTrust trust, string? shown, AuthenticationException refused, Exception failure) => (trust, shown) switch
    {
        (TlsTrust.Pin pin, { } other) => new NasException(
            NasFault.HostKeyChanged,
            $"{place} shows another certificate than the pinned one: {other}, not {pin.Sha256}. If the NAS got a new one, pin that; if not, somebody stands between.",
            failure),
        (TlsTrust.Verify, { } fingerprint) => Unreachable(
            $"The certificate of {place} is not trusted: {refused.Message} Install one that is, or pin it in the settings of this NAS: pin:{fingerprint}", failure),
        _ => Unreachable($"No TLS with {place}: {Innermost(refused).Message}", failure),
    };

    private static NasException Answered(string place, HttpStatusCode status, Exception failure) => (int)status switch
    {
        404 => new NasException(
            NasFault.NotSupported, $"{place} has no /api/current. TrueNAS has it since 25.04: choose the older API in the settings of this NAS.", failure),
        >= 300 and < 400 => new NasException(
            NasFault.UnexpectedAnswer, $"{place} points elsewhere ({(int)status}) instead of opening a socket. Enter the address it points to; before 25.04 there is no such socket.", failure),
        408 or 429 or >= 500 => Unreachable($"{place} answers {(int)status}: the NAS, or a proxy before it, is not ready.", failure),
        _ => new NasException(
            NasFault.UnexpectedAnswer, $"{place} answers {(int)status} instead of opening a socket. Check that a proxy before it lets web sockets through.", failure),
    };

    private static string Network(string place, SocketException failure) => failure.SocketErrorCode switch
    {
        SocketError.ConnectionRefused => $"{place} refuses connections. Check that the NAS is up, and the port.",
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => $"There is no address for the name of {place}. Check its spelling and the name server.",
        _ => $"{place} cannot be reached: {failure.Message}.",
    };

    private static T? Find<T>(Exception? failure)
        where T : Exception => failure is null ? null : failure as T ?? Find<T>(failure.InnerException);

    private static Exception Innermost(Exception failure) => failure.InnerException is { } inner ? Innermost(inner) : failure;

    private static NasException Unreachable(string message, Exception? inner) => new(NasFault.Unreachable, message, inner);
}
