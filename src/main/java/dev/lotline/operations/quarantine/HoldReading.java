package dev.lotline.operations.quarantine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lotline.kernel.Quantity;
import dev.lotline.kernel.Scope;
import dev.lotline.stock.ledger.Posted;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts holds together from their rows, as far as a credential may see them. */
@Singleton
final class HoldReading {
    private static final List<String> ASKED =
            List.of("holds", "lots", "places", "plates", "quantity", "note", "scope", "reason", "ownerId", "itemId");

    private final ObjectMapper json;

    HoldReading(ObjectMapper json) {
        this.json = json;
    }

    Hold hold(Row row, Scope scope) {
        List<Hold.Units> left = seen(
                list(row.getJsonArray("still").encode(), new TypeReference<List<Hold.Units>>() {}),
                scope,
                Hold.Units::warehouse);
        return new Hold(
                row.getLong("id"),
                row.getString("owner"),
                row.getString("scope"),
                row.getString("reason"),
                row.getString("sku"),
                row.getString("note"),
                state(row),
                row.getString("placed_by"),
                row.getOffsetDateTime("placed_at"),
                impact(row.getJsonObject("impact"), scope),
                total(scope, Quantity.plain(row.getBigDecimal("left_units")), left),
                left,
                list(row.getJsonArray("decisions").encode(), new TypeReference<List<Hold.Decision>>() {}));
    }

    /** What would happen, without the number that a hold would get. */
    Hold whatIf(NewHold asked, JsonObject answer, Scope scope) {
        Hold.Impact impact = impact(answer, scope);
        return new Hold(
                null,
                String.valueOf(asked.owner()),
                asked.scope(),
                String.valueOf(asked.reason()),
                asked.sku(),
                asked.note(),
                "OPEN",
                null,
                null,
                impact,
                impact.heldUnits(),
                impact.held(),
                List.of());
    }

    /** Where a credential sees only some warehouses, the figures are those of the rows that it sees. */
    Hold.Impact impact(JsonObject answer, Scope scope) {
        Hold.Impact all = read(answer.encode(), new TypeReference<Hold.Impact>() {});
        if (scope.warehouses() == null) {
            return all;
        }
        List<Hold.Units> held = seen(all.held(), scope, Hold.Units::warehouse);
        List<Hold.Units> picked = seen(all.picked(), scope, Hold.Units::warehouse);
        List<Hold.Units> arriving = seen(all.arriving(), scope, Hold.Units::warehouse);
        List<Hold.Task> tasks = seen(all.tasksStopped(), scope, Hold.Task::warehouse);
        List<Hold.OrderedLine> shorts = seen(all.ordersShort(), scope, Hold.OrderedLine::warehouse);
        List<Hold.OrderedLine> again = seen(all.replanned(), scope, Hold.OrderedLine::warehouse);
        List<Hold.Sent> sent = seen(all.shipped(), scope, Hold.Sent::warehouse);
        return new Hold.Impact(
                sum(held, Hold.Units::quantity),
                held,
                sum(picked, Hold.Units::quantity),
                picked,
                sum(arriving, Hold.Units::quantity),
                arriving,
                tasks.size(),
                tasks,
                sum(shorts, Hold.OrderedLine::quantity),
                shorts.stream().map(Hold.OrderedLine::reference).distinct().count(),
                shorts,
                sum(again, Hold.OrderedLine::quantity),
                again,
                sum(sent, Hold.Sent::quantity),
                sent);
    }

    Hold.Heading heading(Row row) {
        return new Hold.Heading(
                row.getLong("id"),
                row.getString("owner"),
                row.getString("scope"),
                row.getString("reason"),
                row.getString("note"),
                state(row),
                row.getString("placed_by"),
                row.getOffsetDateTime("placed_at"),
                Quantity.plain(row.getBigDecimal("left_units")));
    }

    Decided decided(long id, String decision, String state, JsonObject facts) {
        JsonObject done = facts.getJsonObject("done");
        return new Decided(
                id,
                decision,
                state,
                Quantity.plain(new BigDecimal(String.valueOf(done.getValue("quantity")))),
                list(done.getJsonArray("units").encode(), new TypeReference<List<Hold.Units>>() {}),
                facts.containsKey("kept")
                        ? list(facts.getJsonArray("kept").encode(), new TypeReference<List<Decided.Kept>>() {})
                        : List.of(),
                facts.getString("warning"));
    }

    /** The answer without what was asked: a refusal tells its own facts, no ids of ours. */
    static Posted answer(Posted posted) {
        JsonObject facts = posted.facts().copy();
        ASKED.forEach(facts::remove);
        return new Posted(posted.verdict(), posted.code(), posted.language(), facts, posted.replayed());
    }

    static String state(Row row) {
        OffsetDateTime closed = row.getOffsetDateTime("closed_at");
        return closed == null ? "OPEN" : "RELEASED";
    }

    private static BigDecimal total(Scope scope, BigDecimal all, List<Hold.Units> seen) {
        return scope.warehouses() == null ? all : sum(seen, Hold.Units::quantity);
    }

    private static <T> List<T> seen(List<T> rows, Scope scope, Function<T, @Nullable String> warehouse) {
        return rows.stream()
                .filter(row -> {
                    String code = warehouse.apply(row);
                    return code == null ? scope.warehouses() == null : scope.coversWarehouse(code);
                })
                .toList();
    }

    private static <T> BigDecimal sum(List<T> rows, Function<T, BigDecimal> units) {
        return rows.stream().map(units).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private <T> List<T> list(String text, TypeReference<List<T>> type) {
        return read(text, type);
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the books hold an answer that can't be read", e);
        }
    }
}
