package dev.lotline.gs1.scan;

import dev.lotline.gs1.check.Mod3736;
import dev.lotline.gs1.own.CommandCode;
import dev.lotline.gs1.own.Crockford;
import dev.lotline.gs1.own.LicencePlate;
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

    /** 128 bits in base 32, and a check character. */
    private static final int BADGE = 27;

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

    /**
     * Reads a prefix and a body of capitals, digits and {@code . - :}, or a command of the fixed list; null if the text
     * isn't built so.
     */
    public static @Nullable OwnCode parse(String text) {
        for (int i = 0; i < PREFIXES.size(); i++) {
            Prefix prefix = PREFIXES.get(i);
            if (text.startsWith(prefix.text)) {
                String code = text.substring(prefix.text.length());
                boolean shaped = prefix.kind == Kind.COMMAND ? CommandCode.parse(code) != null : isBody(code);
                return shaped ? new OwnCode(prefix.kind, prefix.text, code) : null;
            }
        }
        return null;
    }

    /**
     * True for a badge of full length whose check character is wrong, and for a licence plate shaped like ours whose tag
     * none of the keys has made: it is misread or made up, and nothing else is called like it.
     *
     * @param plateKeys none = plates are not checked
     */
    boolean hasBadCheck(List<byte[]> plateKeys) {
        return switch (kind) {
            case BADGE -> code.length() == BADGE && Crockford.isAll(code.substring(0, BADGE - 1)) && !isRightBadge();
            case LPN ->
                !plateKeys.isEmpty() && LicencePlate.isShaped(code) && !LicencePlate.isGenuine(code, prefix, plateKeys);
            default -> false;
        };
    }

    /** True for a badge of full length whose check character is right. */
    public boolean isRightBadge() {
        return kind == Kind.BADGE
                && code.length() == BADGE
                && Crockford.isAll(code.substring(0, BADGE - 1))
                && Mod3736.isRight(code);
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
