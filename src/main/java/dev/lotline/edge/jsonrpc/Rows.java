package dev.lotline.edge.jsonrpc;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A result that is an array of any length: told part by part, the next one read when the last one is written, all from one
 * snapshot. What goes wrong before the first part is an answer like any other.
 */
public interface Rows {
    /** Hands on each part, and ends when all are taken or one could not be. */
    Uni<Void> each(Function<List<?>, Uni<Void>> part);

    /** All of them at once, for an answer that holds others too. Ends with an {@link RpcFault} when there are more than that. */
    default Uni<List<Object>> all(int most) {
        List<Object> all = new ArrayList<>();
        return each(part -> {
                    if (all.size() + part.size() > most) {
                        throw RpcFault.tooMuch("More than " + most + " rows: ask for them in a call of its own.");
                    }
                    all.addAll(part);
                    return Uni.createFrom().voidItem();
                })
                .replaceWith(all);
    }
}
