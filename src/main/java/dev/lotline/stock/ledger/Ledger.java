package dev.lotline.stock.ledger;

import dev.lotline.kernel.Refusal;
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
        return queue.post(Scan.known(posting));
    }

    /** The same for a scan that must know something first; a refusal that the rules throw is stored and answered. */
    public <F> Uni<Posted> post(Posting posting, Lookup<F> lookup, Lookup.Decision<F> rules) {
        return queue.post(Scan.asking(posting, lookup, rules));
    }

    /** Stores a refusal that was decided before the ledger, so that a copy of the event gets the same answer. */
    public Uni<Posted> refuse(Posting posting, Refusal refusal) {
        return post(posting.refused(refusal));
    }

    /**
     * Posts one command of a document: COMMIT, CLOSE, CANCEL_RECEIVING, ACCEPT_EXCEPTION, REJECT_EXCEPTION,
     * RELEASE, SHIP, CANCEL_ORDER; HOLD, UNHOLD, DISPOSE_HELD, RETURN_HELD. Fails with {@code UNAVAILABLE} when the database is away or busy.
     */
    public Uni<Posted> command(Posting posting) {
        return sql.command(posting.json(0)).onFailure().transform(Faults::told).map(row -> posted(row, "en"));
    }

    /** What a HOLD would answer, without doing it. Fails with {@code UNAVAILABLE} when the database is away or busy. */
    public Uni<JsonObject> whatIf(Posting hold) {
        return sql.whatIf(hold.json(0)).onFailure().transform(Faults::told);
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
