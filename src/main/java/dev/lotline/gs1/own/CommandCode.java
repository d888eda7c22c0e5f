package dev.lotline.gs1.own;

import org.jspecify.annotations.Nullable;

/**
 * A command card: the whole barcode is one of a fixed list, so that no supplier's label can contain one.
 *
 * @param quantity 1 to 99999 with {@code QTY}, else null
 */
public record CommandCode(Command command, @Nullable Integer quantity) {

    /** What a card can ask for; whether the one who scans it may is decided elsewhere. */
    public enum Command {
        CONFIRM,
        UNDO,
        HOME,
        SKIP,
        SHORT,
        DAMAGED,
        QUARANTINE,
        RELEASE,
        PRINT,
        NEWLPN,
        FULL,
        END,
        HELP,
        QTY
    }

    private static final String QUANTITY = "QTY:";
    private static final int LONGEST = 5;

    /** Reads what stands behind {@code CMD:}; null if it is no command. */
    public static @Nullable CommandCode parse(String code) {
        if (code.startsWith(QUANTITY)) {
            String digits = code.substring(QUANTITY.length());
            boolean number = !digits.isEmpty()
                    && digits.length() <= LONGEST
                    && digits.charAt(0) != '0'
                    && digits.chars().allMatch(c -> c >= '0' && c <= '9');
            return number ? new CommandCode(Command.QTY, Integer.parseInt(digits)) : null;
        }
        for (Command command : Command.values()) {
            if (command != Command.QTY && command.name().equals(code)) {
                return new CommandCode(command, null);
            }
        }
        return null;
    }
}
