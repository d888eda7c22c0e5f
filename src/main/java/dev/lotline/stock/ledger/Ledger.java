package dev.lotline.stock.ledger;

import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.Text;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;

/** The single writer of the books. Scans wait together and go down in one call; commands of documents go alone. */
@Singleton
public class Ledger {
    private final PostingQueue queue;
    private final LedgerSql sql;

    Ledger(PostingQueue queue, LedgerSql sql) {
        this.queue = queue;
        this.sql = sql;
    }

    /**
     * Posts one scan. Completes when its transaction has committed, with a verdict; a refusal is a verdict too. Fails
     * with {@code OVERLOADED} when the queue is full and with {@code UNAVAILABLE} when the database can't be reached.
     */
    public Uni<Posted> post(Posting posting) {
        return queue.post(posting);
    }

    /** Stores a refusal that was decided before the ledger, so that a copy of the event gets the same answer. */
    public Uni<Posted> refuse(Posting posting, Refusal refusal) {
        JsonObject facts = new JsonObject();
        refusal.facts().forEach((name, value) -> facts.put(name, Text.shown(String.valueOf(value))));
        if (!refusal.violations().isEmpty()) {
            facts.put("detail", refusal.violations().get(0).message());
        }
        return queue.post(posting.refusal(refusal.code().name()).facts(facts));
    }

    /**
     * Posts one command, or a scan that touches several items: everything that {@code ledger_run} knows. Fails with {@code UNAVAILABLE} when the database is away or busy.
     */
    public Uni<Posted> command(Posting posting) {
        return sql.command(posting.json(0))
                .onFailure()
                .transform(Faults::told)
                .map(row -> posted(row, posting.language()));
    }

    static Posted posted(Row row, String language) {
        JsonObject facts = row.getJsonObject("facts");
        return new Posted(
                Verdict.valueOf(row.getString("verdict")),
                row.getString("code"),
                language,
                facts == null ? new JsonObject() : facts,
                row.getBoolean("replayed"));
    }
}
