using System.Net;

namespace Burnin.WebFront.Access;

/// <summary>Addresses and networks as people write them: <c>192.168.1.0/24, 10.0.0.7, fd00::/8</c>.</summary>
internal sealed class AddressList
{
    private static readonly char[] Separators = [',', ' ', ';', '\n', '\r', '\t'];

    private AddressList(IReadOnlyList<IPNetwork> networks) => Networks = networks;

    public IReadOnlyList<IPNetwork> Networks { get; }

    public bool IsEmpty => Networks.Count == 0;

    public static AddressList Of(string text) => new([.. Words(text).Select(word => Read(word) ?? throw new FormatException(word))]);

    /// <summary>Null if all of it can be read.</summary>
    public static string? ProblemOf(string text) => Words(text).FirstOrDefault(word => Read(word) is null) is { } wrong
        ? $"\"{wrong}\" is neither an address nor a network such as 192.168.1.0/24."
        : null;

    public bool Contains(IPAddress? address) => address is not null && Networks.Any(network => network.Contains(Plain(address)));

    /// <summary>A socket for both families shows IPv4 addresses as IPv6 ones.</summary>
    public static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static string[] Words(string text) => text.Split(Separators, StringSplitOptions.RemoveEmptyEntries);

    private static IPNetwork? Read(string word)
    {
        var slash = word.IndexOf('/', StringComparison.Ordinal);
        if (!IPAddress.TryParse(slash < 0 ? word : word.AsSpan(0, slash), out var parsed))
        {
            return null;
        }

        var address = Plain(parsed);
        var most = address.GetAddressBytes().Length * 8;
        var length = most;
        if (slash >= 0 && (!int.TryParse(word.AsSpan(slash + 1), out length) || length < 0 || length > most))
        {
            return null;
        }

        return new IPNetwork(First(address, length), length);
    }

    /// <summary>People write 192.168.1.5/24 and mean the network that it is in.</summary>
    private static IPAddress First(IPAddress address, int length)
    {
        var bytes = address.GetAddressBytes();
        for (var bit = length; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] &= (byte)~(0x80 >> (bit % 8));
        }

        return new IPAddress(bytes);
    }
}
