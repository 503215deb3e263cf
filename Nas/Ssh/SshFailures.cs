using System.Net.Sockets;
using Burnin.Domain.Nases;
using Renci.SshNet.Common;

namespace Burnin.Nas.Ssh;

/// <summary>What SSH.NET throws, in our faults and in sentences an operator can act on.</summary>
internal static class SshFailures
{
    public static NasException WhileConnecting(SshEndpoint endpoint, Exception failure)
    {
        var place = $"{endpoint.Host}:{endpoint.Port}";
        return failure switch
        {
            NasException known => known,
            SshAuthenticationException => new NasException(
                NasFault.AuthenticationFailed,
                $"{place} refuses {endpoint.User}: {failure.Message} Check the user name, and that the host knows this key or password.",
                failure),
            SocketException { SocketErrorCode: SocketError.ConnectionRefused } => Unreachable(
                $"{place} refuses connections. Check that its SSH service is on, and the port.", failure),
            SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } => Unreachable(
                $"There is no address for the name {endpoint.Host}. Check its spelling and the name server.", failure),
            SocketException => Unreachable($"{place} cannot be reached: {failure.Message}.", failure),
            SshOperationTimeoutException or OperationCanceledException or TimeoutException => Unreachable(
                $"{place} did not answer in time. Check that the host is up and that no firewall swallows the port.", failure),
            _ => Unreachable($"No SSH connection to {place}: {failure.Message}", failure),
        };
    }

    public static NasException WhileRunning(string place, Exception failure) => failure switch
    {
        NasException known => known,
        TimeoutException or SshOperationTimeoutException => Unreachable(
            $"{place} did not answer a command in time; the connection was given up and will be made anew.", failure),
        _ => Unreachable($"The connection to {place} broke: {failure.Message}", failure),
    };

    private static NasException Unreachable(string message, Exception inner) => new(NasFault.Unreachable, message, inner);
}
