package dev.lotline.edge.graphql.endless.root;

import dev.lotline.edge.graphql.Figures.Known;
import dev.lotline.edge.graphql.endless.InventoryItem;
import dev.lotline.edge.graphql.endless.root.ChangeRules.Place;
import dev.lotline.edge.graphql.endless.root.InventorySql.Named;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds items and reads what a query asks of them: at most three statements, however many items there are. */
@Singleton
class InventoryReading {
    private static final Known NOTHING = new Known(Set.of(), Map.of(), Map.of());

    private final InventorySql sql;

    InventoryReading(InventorySql sql) {
        this.sql = sql;
    }

    /** Ends with VALIDATION_FAILED, UNKNOWN_ITEM; what the scope does not cover is as unknown as what is not there. */
    Uni<Named> named(Scope scope, @Nullable String id, @Nullable String sku) {
        if ((id == null) == (sku == null)) {
            throw Refusal.invalid(id == null ? "id" : "sku", "exactly one of id and sku is required");
        }
        Long number = id == null ? null : Ids.number("id", id);
        return sql.named(scope, number, number == null ? id : null, sku).map(found -> {
            if (found.isEmpty()) {
                throw Refusal.of(RefusalCode.UNKNOWN_ITEM, "sku", String.valueOf(sku == null ? id : sku));
            }
            if (found.size() > 1) {
                throw Refusal.invalid("sku", "is that of several owners: ask with id <owner>:<sku>");
            }
            return found.get(0);
        });
    }

    Uni<InventoryItem> item(long id, Scope scope, Asked asked) {
        return items(List.of(id), scope, asked).map(items -> items.get(0));
    }

    Uni<List<InventoryItem>> items(List<Long> ids, Scope scope, Asked asked) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Uni<Known> known =
                asked.narrowed() ? sql.known(scope, asked) : Uni.createFrom().item(NOTHING);
        return known.chain(found -> sql.items(ids, scope, asked, found));
    }

    /** Ends with UNKNOWN_LOCATION, also where the scope does not cover it. */
    Uni<Place> place(Scope scope, String id) {
        return sql.known(scope, new Asked(Set.of(), Set.of(), Set.of(id), false, false, false))
                .map(known -> {
                    String warehouse = known.places().get(id);
                    if (warehouse == null) {
                        throw Refusal.of(RefusalCode.UNKNOWN_LOCATION, "location", id);
                    }
                    return new Place(warehouse, id.substring(warehouse.length() + 1));
                });
    }

    /** Do units of the item stand there already, and not because of this very command? */
    Uni<Boolean> taken(long item, Place place, UUID command) {
        return sql.taken(item, place.warehouse(), place.location(), command);
    }
}
