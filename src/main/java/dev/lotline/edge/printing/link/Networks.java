package dev.lotline.edge.printing.link;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where printers may be: addresses and ports on a list, so that nobody makes us talk to something else. A name is resolved
 * once for each connection and that address is used; a name that answers differently the next time is checked again.
 */
public final class Networks {
    /** Ports of label printers. */
    public static final Set<Integer> PORTS = Set.of(9100, 6101);

    private record Network(byte[] address, int bits) {
        boolean holds(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((address[bit / 8] & mask) != (other[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private final List<Network> networks = new ArrayList<>();
    private final boolean anyPort;

    /**
     * @param networks such as {@code 10.0.0.0/8}
     * @param anyPort where virtual printers are: tests and demo
     */
    public Networks(List<String> networks, boolean anyPort) {
        this.anyPort = anyPort;
        for (String text : networks) {
            int slash = text.indexOf('/');
            try {
                InetAddress address = InetAddress.getByName(text.substring(0, slash));
                this.networks.add(new Network(address.getAddress(), Integer.parseInt(text.substring(slash + 1))));
            } catch (UnknownHostException | RuntimeException e) {
                throw new IllegalArgumentException("lotline.print.networks: \"" + text + "\" is no network", e);
            }
        }
    }

    /** The address to connect to; null if the name is unknown or leads somewhere it may not. */
    public @Nullable InetSocketAddress allowed(String host, int port) {
        if (!anyPort && !PORTS.contains(port)) {
            return null;
        }
        try {
            // an IPv4 address in IPv6 clothes comes out of this as IPv4
            InetAddress address = InetAddress.getByName(host);
            boolean never = address.isLinkLocalAddress() || address.isMulticastAddress() || address.isAnyLocalAddress();
            boolean listed = networks.stream().anyMatch(network -> network.holds(address.getAddress()));
            return listed && !never ? new InetSocketAddress(address, port) : null;
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
