package dev.lotline.edge.messaging.webhooks;

import dev.lotline.kernel.access.Network;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where messages may go, so that nobody makes us talk to machines of the house: a name is resolved once, every one of its
 * addresses is looked at, and the connection is made to the address that was looked at.
 */
final class Destinations {
    /** IANA's special-purpose addresses, and ways to say an IPv4 address in IPv6. */
    private static final List<Network> NEVER_PUBLIC = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3")
            .map(Network::of)
            .toList();

    private static final Network PUBLIC_6 = Network.of("2000::/3");
    private static final List<Network> NEVER_PUBLIC_6 = Stream.of(
                    "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
            .map(Network::of)
            .toList();

    private final List<Network> allowed;

    /** @param allowed networks that may be told although they are not public */
    Destinations(List<String> allowed) {
        this.allowed = allowed.stream().map(Network::of).toList();
    }

    /** The address to connect to. Fails with words for the log if the name is unknown or leads where it may not. */
    InetAddress of(String host) {
        String name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        try {
            InetAddress[] found = InetAddress.getAllByName(name);
            for (InetAddress address : found) {
                if (!mayBeTold(address)) {
                    throw new Failed("ADDRESS_REFUSED", null);
                }
            }
            return found[0];
        } catch (UnknownHostException e) {
            throw new Failed("UNKNOWN_HOST", null);
        }
    }

    boolean mayBeTold(InetAddress address) {
        if (allowed.stream().anyMatch(network -> network.holds(address))) {
            return true;
        }
        // an IPv4 address in IPv6 clothes has come out of the resolver as IPv4
        return address instanceof Inet6Address
                ? PUBLIC_6.holds(address) && NEVER_PUBLIC_6.stream().noneMatch(network -> network.holds(address))
                : NEVER_PUBLIC.stream().noneMatch(network -> network.holds(address));
    }
}
