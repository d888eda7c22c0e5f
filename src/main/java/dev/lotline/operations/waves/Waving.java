package dev.lotline.operations.waves;

import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import dev.lotline.stock.ledger.Envelope;
import dev.lotline.stock.ledger.Ledger;
import dev.lotline.stock.ledger.Posted;
import dev.lotline.stock.ledger.Posting;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Releases many orders as one cart run. Planned first, in one transaction; then released in parts of at most 500 items,
 * so that nobody on the floor waits long for a gate. The same command again goes on where the last one ended.
 */
@Singleton
public class Waving {
    /** @param replayed the command was here before */
    public record Released(boolean replayed, PickWave wave) {}

    private final Waves waves;
    private final WaveSql sql;
    private final Ledger ledger;

    Waving(Waves waves, WaveSql sql, Ledger ledger) {
        this.waves = waves;
        this.sql = sql;
        this.ledger = ledger;
    }

    /**
     * Ends with UNKNOWN_WAREHOUSE, UNKNOWN_DOCUMENT (an order), UNKNOWN_LOCATION (a tote), TOTE_IN_USE,
     * NOTHING_TO_RELEASE.
     */
    public Uni<Released> release(NewWave wave, Envelope envelope, Actor actor) {
        wave.check();
        Scope scope = actor.scope();
        return waves.warehouse(wave.warehouse(), scope)
                .chain(warehouse -> facts(wave, warehouse, scope)
                        .chain(facts -> ledger.command(
                                Posting.of("WAVE", warehouse, envelope).facts(facts)))
                        .chain(planned -> {
                            planned.orRefuse();
                            long id = planned.facts().getLong("wave");
                            return part(id, warehouse, envelope, 0)
                                    .chain(() -> waves.document(
                                            id, scope, planned.facts().getJsonArray("skipped")))
                                    .map(document -> new Released(planned.replayed(), document));
                        }));
    }

    /** One part after the other; a part that was done before answers at once. */
    private Uni<Void> part(long wave, long warehouse, Envelope envelope, long after) {
        Posting posting = Posting.of("RELEASE_WAVE", warehouse, part(envelope, after))
                .facts(new JsonObject().put("wave", wave).put("after", after));
        return ledger.command(posting).map(Posted::orRefuse).chain(posted -> {
            Long last = posted.facts().getLong("last");
            return last == null ? Uni.createFrom().voidItem() : part(wave, warehouse, envelope, last);
        });
    }

    /** An event of its own, whose id follows from that of the command. */
    private static Envelope part(Envelope whole, long after) {
        return new Envelope(
                UUID.nameUUIDFromBytes((whole.id() + ":" + after).getBytes(StandardCharsets.UTF_8)),
                whole.device(),
                null,
                whole.payloadHash(),
                whole.effectHash(),
                whole.payload(),
                whole.actor(),
                whole.language(),
                whole.at());
    }

    private Uni<JsonObject> facts(NewWave wave, long warehouse, Scope scope) {
        JsonObject facts = new JsonObject().put("maxOrders", wave.most());
        put(facts, "cutOff", wave.cutOff() == null ? null : wave.cutOff().toString());
        put(facts, "holder", wave.holder());
        put(facts, "owners", scope.owners() == null ? null : new JsonArray(List.copyOf(scope.owners())));
        return orders(wave.orders(), scope)
                .invoke(ids -> put(facts, "orders", ids))
                .chain(() -> totes(wave.totes(), warehouse)
                        .invoke(ids -> put(facts, "totes", ids))
                        .replaceWith(facts));
    }

    private Uni<@Nullable JsonArray> orders(@Nullable List<NewWave.Order> named, Scope scope) {
        if (named == null) {
            return Uni.createFrom().nullItem();
        }
        JsonArray asked = new JsonArray();
        named.forEach(order -> asked.add(new JsonObject()
                .put("n", asked.size())
                .put("owner", order.owner())
                .put("reference", order.reference())));
        return sql.orders(asked).map(rows -> {
            JsonArray ids = new JsonArray();
            for (int n = 0; n < rows.size(); n++) {
                Long id = rows.get(n).getLong("id");
                if (id == null || !scope.coversOwner(named.get(n).owner())) {
                    throw Refusal.of(
                            RefusalCode.UNKNOWN_DOCUMENT,
                            Map.of(
                                    "field",
                                    "orders[" + n + "]",
                                    "reference",
                                    named.get(n).reference()));
                }
                ids.add(id);
            }
            return ids;
        });
    }

    private Uni<@Nullable JsonArray> totes(@Nullable List<String> codes, long warehouse) {
        if (codes == null) {
            return Uni.createFrom().nullItem();
        }
        return sql.totes(warehouse, codes.toArray(String[]::new)).map(rows -> {
            JsonArray ids = new JsonArray();
            for (int n = 0; n < rows.size(); n++) {
                Long id = rows.get(n).getLong("id");
                if (id == null) {
                    throw Refusal.of(
                            RefusalCode.UNKNOWN_LOCATION,
                            Map.of("field", "totes[" + n + "]", "location", codes.get(n)));
                }
                ids.add(id);
            }
            return ids;
        });
    }

    private static void put(JsonObject facts, String name, @Nullable Object value) {
        if (Objects.nonNull(value)) {
            facts.put(name, value);
        }
    }
}
