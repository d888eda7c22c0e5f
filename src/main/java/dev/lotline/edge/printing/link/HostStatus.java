package dev.lotline.edge.printing.link;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ~HS} answers, as far as we act on it.
 *
 * @param formats labels received and not yet printed
 * @param remaining labels of the batch that is printing
 */
public record HostStatus(
        boolean paperOut,
        boolean paused,
        int formats,
        boolean bufferFull,
        boolean memoryFault,
        boolean tooCold,
        boolean tooHot,
        boolean headOpen,
        boolean ribbonOut,
        boolean labelWaiting,
        int remaining) {
    private static final int FIRST_FIELDS = 9;
    private static final int SECOND_FIELDS = 4;

    /** From the first two frames, fields cut at commas; null if they are none of a printer. Older firmware has fewer. */
    static @Nullable HostStatus of(List<String> first, List<String> second) {
        if (first.size() < FIRST_FIELDS || second.size() < SECOND_FIELDS || !numbers(first) || !numbers(second)) {
            return null;
        }
        return new HostStatus(
                flag(first, 1),
                flag(first, 2),
                number(first, 4),
                flag(first, 5),
                flag(first, 9),
                flag(first, 10),
                flag(first, 11),
                flag(second, 2),
                flag(second, 3),
                flag(second, 7),
                number(second, 8));
    }

    /** True if nothing is left to be printed and nothing hinders it: two of these are evidence. */
    public boolean idle() {
        return formats == 0 && remaining == 0 && PrinterHealth.of(this) == PrinterHealth.READY;
    }

    private static boolean numbers(List<String> fields) {
        return fields.stream()
                .allMatch(field -> field.length() <= 8 && field.chars().allMatch(c -> c >= '0' && c <= '9'));
    }

    private static boolean flag(List<String> fields, int n) {
        return number(fields, n) != 0;
    }

    private static int number(List<String> fields, int n) {
        return n < fields.size() && !fields.get(n).isEmpty() ? Integer.parseInt(fields.get(n)) : 0;
    }
}
