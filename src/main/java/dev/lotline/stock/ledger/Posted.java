package dev.lotline.stock.ledger;

import dev.lotline.kernel.Quantity;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

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
            Map<String, Object> told = new LinkedHashMap<>(facts.getMap());
            told.replaceAll((name, value) ->
                    value instanceof Number number ? Quantity.plain(new BigDecimal(number.toString())) : value);
            throw Refusal.of(RefusalCode.valueOf(code), told);
        }
        return this;
    }
}
