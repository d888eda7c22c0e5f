package dev.lotline.gs1.scan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A code of our own labels. Recognised by shape alone: whether it exists, and whether its check is right, is for those
 * who look it up.
 *
 * @param prefix as printed, {@code LOC-}
 * @param code what follows the prefix
 */
public record OwnCode(Kind kind, String prefix, String code) {

    /** What the label is stuck to, or asks for. */
    public enum Kind {
        LOCATION,
        TOTE,
        LPN,
        LOT,
        BADGE,
        DOCUMENT,
        PRINTER,
        COMMAND,
        TEST
    }

    private static final int LONGEST = 64;

    private record Prefix(String text, Kind kind) {}

    /** No prefix begins another one. */
    private static final List<Prefix> PREFIXES = List.of(
            new Prefix("LOC-", Kind.LOCATION),
            new Prefix("TOTE-", Kind.TOTE),
            new Prefix("LPN-", Kind.LPN),
            new Prefix("LOT-", Kind.LOT),
            new Prefix("BDG-", Kind.BADGE),
            new Prefix("WRO-", Kind.DOCUMENT),
            new Prefix("ORD-", Kind.DOCUMENT),
            new Prefix("RTN-", Kind.DOCUMENT),
            new Prefix("CNT-", Kind.DOCUMENT),
            new Prefix("WAV-", Kind.DOCUMENT),
            new Prefix("TSK-", Kind.DOCUMENT),
            new Prefix("PRN-", Kind.PRINTER),
            new Prefix("CMD:", Kind.COMMAND),
            new Prefix("TST-", Kind.TEST));

    /** Reads a prefix and a body of capitals, digits and {@code . - :}; null if the text isn't built so. */
    public static @Nullable OwnCode parse(String text) {
        for (int i = 0; i < PREFIXES.size(); i++) {
            Prefix prefix = PREFIXES.get(i);
            if (text.startsWith(prefix.text)) {
                String code = text.substring(prefix.text.length());
                return isBody(code) ? new OwnCode(prefix.kind, prefix.text, code) : null;
            }
        }
        return null;
    }

    private static boolean isBody(String code) {
        if (code.isEmpty() || code.length() > LONGEST || !isCapitalOrDigit(code.charAt(0))) {
            return false;
        }
        for (int i = 1; i < code.length(); i++) {
            char c = code.charAt(i);
            if (!isCapitalOrDigit(c) && c != '.' && c != '-' && c != ':') {
                return false;
            }
        }
        return true;
    }

    private static boolean isCapitalOrDigit(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
