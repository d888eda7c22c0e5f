package dev.lotline.stock.ledger;

import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.util.function.Function;

/**
 * What a scan must know before it can be posted. Scans that wait ask together.
 *
 * @param query over one JSON array of questions, each with its number {@code n}; answers one row for each, in order
 * @param question its values
 * @param facts from the row that answers
 * @param <F> the facts
 */
public record Lookup<F>(String query, JsonObject question, Function<Row, F> facts) {
    /** Rules in plain Java: the posting that follows from facts, or a refusal thrown. */
    @FunctionalInterface
    public interface Decision<F> {
        Posting decide(Posting posting, F facts);
    }
}
