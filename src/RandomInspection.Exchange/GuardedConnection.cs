using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using RandomInspection.Directories;

namespace RandomInspection.Exchange;

/// <summary>Connects to the address that was looked at: a name that leads elsewhere a moment later leads nobody there.</summary>
internal static class GuardedConnection
{
    private static readonly ImmutableArray<IPNetwork> Inner =
    [
        .. ((string[])[
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/4", "240.0.0.0/4",
            "::/128", "::1/128", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        ]).Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");

    /// <summary>Resolves a name and connects to the first of its addresses that may be reached and answers.</summary>
    /// <exception cref="InputRefusedException">One of its addresses is in a network to which nothing is sent (RI9170).</exception>
    public static async ValueTask<Stream> ConnectAsync(ExchangeOptions options, DnsEndPoint point, CancellationToken cancellation)
    {
        IPAddress[] addresses = await Dns.GetHostAddressesAsync(point.Host, cancellation);
        Require(options, point.Host, addresses);
        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, point.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Refuses a name of which any address is in an inner network that the host has not allowed.</summary>
    internal static void Require(ExchangeOptions options, string host, IEnumerable<IPAddress> addresses)
    {
        foreach (IPAddress address in addresses)
        {
            IPAddress plain = Plain(address);
            bool isAllowed = !Inner.Any(network => Holds(network, plain))
                || options.Networks.Any(network => Holds(network, plain))
                || (options.Addresses == AddressRules.HttpsOrLoopback && IPAddress.IsLoopback(plain));
            if (!isAllowed)
            {
                throw ExchangeRefusals.NetworkRefused.Refuse(("host", ShownText.Of(host)), ("address", address));
            }
        }
    }

    private static bool Holds(IPNetwork network, IPAddress address) => network.BaseAddress.AddressFamily == address.AddressFamily && network.Contains(address);

    /// <summary>The address that is meant by one that carries an IPv4 address.</summary>
    private static IPAddress Plain(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address;
        }

        byte[] bytes = address.GetAddressBytes();
        return address.IsIPv4MappedToIPv6 ? address.MapToIPv4()
            : Nat64.Contains(address) ? new IPAddress(bytes[12..])
            : SixToFour.Contains(address) ? new IPAddress(bytes[2..6])
            : address;
    }
}
