package dev.lotline.stock.ledger;

import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import io.vertx.core.json.JsonObject;

/**
 * The ledger's answer to one posting, as it is stored with the event.
 *
 * @param code what was done, or the refusal
 * @param language of the sentences, as asked for when the event first came
 * @param facts values for the sentence, the line and what is next
 * @param replayed the event was here before; nothing was written
 */
public record Posted(Verdict verdict, String code, String language, JsonObject facts, boolean replayed) {

    /** For callers to whom a refusal is no answer but an end: throws it with its facts. */
    public Posted orRefuse() {
        if (verdict == Verdict.REFUSED) {
            throw Refusal.of(RefusalCode.valueOf(code), facts.getMap());
        }
        return this;
    }
}
