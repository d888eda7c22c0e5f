package dev.lotline.kernel.access;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A range of addresses, such as {@code 10.0.0.0/8}. */
public record Network(InetAddress address, int bits) {

    /** Fails for a text that is no network. */
    public static Network of(String text) {
        int slash = text.indexOf('/');
        try {
            if (slash < 0 || !text.substring(0, slash).matches("[0-9A-Fa-f:.]+")) {
                throw new IllegalArgumentException("\"" + text + "\" is no network");
            }
            InetAddress address = InetAddress.getByName(text.substring(0, slash));
            int bits = Integer.parseInt(text.substring(slash + 1));
            if (bits < 0 || bits > address.getAddress().length * Byte.SIZE) {
                throw new IllegalArgumentException("\"" + text + "\" is no network");
            }
            return new Network(address, bits);
        } catch (UnknownHostException | NumberFormatException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no network", e);
        }
    }

    public boolean holds(InetAddress other) {
        byte[] mine = address.getAddress();
        byte[] its = other.getAddress();
        if (mine.length != its.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if ((mine[bit / Byte.SIZE] & mask) != (its[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }
}
