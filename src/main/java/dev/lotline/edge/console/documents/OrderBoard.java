package dev.lotline.edge.console.documents;

import dev.lotline.edge.console.shell.choice.Choices;
import dev.lotline.operations.ordering.CustomerOrder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The list of orders with what its chips say.
 *
 * @param counts of the open orders that must leave first, by state
 * @param lacking how many of those lack units
 * @param capped there may be more open orders than were counted
 */
public record OrderBoard(Map<String, Long> counts, long lacking, boolean capped, Narrowed to, Choices choices) {
    /** States are counted, and filtered by, among so many open orders. */
    static final int MOST = 1_000;

    /** Open orders that lack units. */
    static final String LACKING = "short";

    /** @param state open, all, {@link #LACKING}, or a state of open orders */
    public record Narrowed(
            String state, @Nullable String owner, @Nullable String warehouse) {
        boolean all() {
            return state.equals("all");
        }

        boolean fits(CustomerOrder.Heading row) {
            return state.equals("open")
                    || (state.equals(LACKING)
                            ? row.backordered().signum() > 0
                            : row.state().equals(state));
        }
    }

    /** @param open the most urgent ones */
    static OrderBoard of(List<CustomerOrder.Heading> open, Narrowed to, Choices choices) {
        return new OrderBoard(
                open.stream()
                        .collect(Collectors.groupingBy(
                                CustomerOrder.Heading::state, TreeMap::new, Collectors.counting())),
                open.stream().filter(row -> row.backordered().signum() > 0).count(),
                open.size() == MOST,
                to,
                choices);
    }
}
