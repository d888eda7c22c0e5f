package dev.lotline.edge.jsonrpc.documents;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lotline.edge.jsonrpc.Arguments;
import dev.lotline.edge.jsonrpc.RpcFault;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A search for documents or movements: filters {@code merchant}, {@code warehouse_id}, the reference, {@code open};
 * options {@code limit} and {@code after}, the id that the last page ended with.
 */
record DocumentSearch(
        @Nullable String reference,
        @Nullable String merchant,
        @Nullable Long warehouseId,
        boolean open,
        int limit,
        long after) {
    private static final int USUAL = 50;
    private static final int MOST = 100;

    /** @param reference the name of the filter by reference; empty = there is none */
    static DocumentSearch of(Arguments given, String reference) {
        JsonNode filters = object(given.at(0));
        JsonNode options = object(given.atMost(2).at(1));
        List<String> unknown = new ArrayList<>();
        filters.fieldNames().forEachRemaining(name -> {
            boolean document = !reference.isEmpty() && (name.equals(reference) || name.equals("open"));
            if (!document && !name.equals("merchant") && !name.equals("warehouse_id")) {
                unknown.add(name);
            }
        });
        options.fieldNames().forEachRemaining(name -> {
            if (!name.equals("limit") && !name.equals("after")) {
                unknown.add(name);
            }
        });
        if (!unknown.isEmpty()) {
            throw RpcFault.filters("unknown: " + String.join(", ", unknown));
        }
        JsonNode warehouse = equal(filters.path("warehouse_id"));
        JsonNode limit = options.path("limit");
        JsonNode after = options.path("after");
        return new DocumentSearch(
                text(equal(filters.path(reference))),
                text(equal(filters.path("merchant"))),
                nothing(warehouse) ? null : Arguments.id(warehouse, "warehouse_id"),
                equal(filters.path("open")).asInt() == 1,
                nothing(limit) ? USUAL : limit(Arguments.id(limit, "limit")),
                nothing(after) ? 0 : Arguments.id(after, "after"));
    }

    /** One more than the page holds tells whether there is a next one. */
    int fetch() {
        return limit + 1;
    }

    /** {@code next} = what {@code after} takes for the next page; null = this was the last one. */
    <T> Map<String, @Nullable Object> page(List<T> rows, Function<T, Long> id, Function<T, Map<String, ?>> shown) {
        List<T> kept = rows.subList(0, Math.min(limit, rows.size()));
        Map<String, @Nullable Object> page = new LinkedHashMap<>();
        page.put("results", kept.stream().map(shown).toList());
        page.put("next", rows.size() > limit ? Long.toString(id.apply(kept.get(limit - 1))) : null);
        return page;
    }

    /** The page of a document that was asked for by its reference: it alone, or nothing. */
    <T> Uni<Map<String, @Nullable Object>> one(Uni<T> found, Function<T, Map<String, ?>> shown) {
        return found.map(List::of)
                .onFailure(fault -> fault instanceof Refusal no && no.code() == RefusalCode.UNKNOWN_DOCUMENT)
                .recoverWithItem(List.of())
                .map(rows -> page(rows, each -> 0L, shown));
    }

    private static int limit(long asked) {
        if (asked < 1 || asked > MOST) {
            throw RpcFault.filters("limit must be between 1 and " + MOST);
        }
        return (int) asked;
    }

    private static JsonNode equal(JsonNode filter) {
        if (filter.isObject() && (filter.size() != 1 || !filter.has("eq"))) {
            throw RpcFault.filters("documents are found by eq");
        }
        return filter.isObject() ? filter.get("eq") : filter;
    }

    private static @Nullable String text(JsonNode value) {
        if (!nothing(value) && !value.isTextual()) {
            throw RpcFault.filters("a value must be a text");
        }
        return nothing(value) ? null : value.textValue();
    }

    private static JsonNode object(JsonNode node) {
        if (!nothing(node) && !node.isObject() && !(node.isArray() && node.isEmpty())) {
            throw RpcFault.filters("filters and options are objects");
        }
        return node;
    }

    private static boolean nothing(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }
}
