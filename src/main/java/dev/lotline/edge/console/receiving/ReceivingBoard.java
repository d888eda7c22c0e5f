package dev.lotline.edge.console.receiving;

import dev.lotline.edge.console.shell.choice.Choices;
import dev.lotline.operations.receiving.ReceivingOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list of receiving orders with what its chips say.
 *
 * @param counts of the newest open orders, by state
 * @param capped there may be more open orders than were counted
 */
public record ReceivingBoard(List<Count> counts, boolean capped, Narrowed to, Choices choices) {
    /** States are counted, and filtered by, among so many open orders. */
    static final int MOST = 1_000;

    /** In the order in which goods come through the house. */
    static final List<String> STATES =
            List.of("SUBMITTED", "RECEIVING", "EXCEPTION", "RECEIVED", "STOWING", "COMPLETE");

    /** How many open orders are in a state. */
    public record Count(String state, long orders) {}

    /** @param state open, all, or one of {@link #STATES} */
    public record Narrowed(
            String state, @Nullable String owner, @Nullable String warehouse) {
        boolean open() {
            return !state.equals("all");
        }

        boolean fits(ReceivingOrder.Heading row) {
            return !STATES.contains(state) || row.state().equals(state);
        }
    }

    static List<Count> counts(List<ReceivingOrder.Heading> open) {
        return STATES.stream()
                .map(state -> new Count(
                        state,
                        open.stream().filter(row -> row.state().equals(state)).count()))
                .toList();
    }
}
