package dev.lotline.stock.ledger;

import dev.lotline.kernel.Refusal;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A scan that waits: what it asks, and the posting once that is answered.
 *
 * @param query null = it knows everything already
 * @param decision from the answer to the posting; a refusal is a posting too
 */
record Scan(@Nullable String query, JsonObject question, Function<@Nullable Row, Posting> decision) {
    static Scan known(Posting posting) {
        return new Scan(null, new JsonObject(), row -> posting);
    }

    static <F> Scan asking(Posting posting, Lookup<F> lookup, Lookup.Decision<F> rules) {
        return new Scan(lookup.query(), lookup.question(), row -> {
            try {
                // a copy: a batch that failed is decided once more, on new facts
                return rules.decide(posting.copy(), lookup.facts().apply(row));
            } catch (Refusal refusal) {
                return posting.refused(refusal);
            }
        });
    }
}
