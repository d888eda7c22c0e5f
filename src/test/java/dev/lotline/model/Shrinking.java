package dev.lotline.model;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Makes a failing sequence short: takes operations away, halves first, for as long as what is left still fails. What
 * comes after an announcement, order or hold that was taken away is numbered anew, so that it still means the same.
 */
final class Shrinking {
    private Shrinking() {}

    /** True when a sequence fails. */
    interface Fails {
        boolean test(Sequence sequence) throws SQLException;
    }

    static Sequence shrink(Sequence failing, Fails fails) throws SQLException {
        Sequence shortest = failing;
        boolean shorter = true;
        while (shorter) {
            int before = shortest.ops().size();
            for (int size = Math.max(1, before / 2); size >= 1; size /= 2) {
                shortest = without(shortest, size, fails);
            }
            shorter = shortest.ops().size() < before;
        }
        return narrowed(shortest, fails);
    }

    /** Takes away every run of so many operations that is not needed, from the end. */
    private static Sequence without(Sequence failing, int size, Fails fails) throws SQLException {
        Sequence shortest = failing;
        for (int start = shortest.ops().size() - size; start >= 0; start -= size) {
            List<Op> fewer = shortest.ops();
            for (int n = Math.min(start + size, fewer.size()) - 1; n >= start; n--) {
                fewer = without(fewer, n);
            }
            Sequence candidate = shortest.with(fewer);
            shortest = fails.test(candidate) ? candidate : shortest;
        }
        return shortest;
    }

    private static List<Op> without(List<Op> ops, int n) {
        Op gone = ops.get(n);
        int number = (int) ops.subList(0, n).stream()
                .filter(op -> op.getClass() == gone.getClass())
                .count();
        List<Op> left = new ArrayList<>(ops.subList(0, n));
        ops.subList(n + 1, ops.size()).stream()
                .map(op -> Numbers.after(gone, number, op))
                .filter(op -> op != null)
                .forEach(left::add);
        return left;
    }

    /** Takes away rows of announcements and lines of orders. */
    private static Sequence narrowed(Sequence failing, Fails fails) throws SQLException {
        Sequence shortest = failing;
        for (int n = 0; n < shortest.ops().size(); n++) {
            int place = n;
            for (UnaryOperator<Op> less : List.<UnaryOperator<Op>>of(Numbers::withoutFirst, Numbers::withoutLast)) {
                List<Op> ops = new ArrayList<>(shortest.ops());
                ops.set(place, less.apply(ops.get(place)));
                Sequence candidate = shortest.with(ops);
                shortest = !ops.equals(shortest.ops()) && fails.test(candidate) ? candidate : shortest;
            }
        }
        return shortest;
    }
}
