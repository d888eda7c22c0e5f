package dev.lotline.edge.graphql.fluent.root;

import dev.lotline.edge.graphql.fluent.InventoryCatalogue;
import dev.lotline.edge.graphql.fluent.InventoryPosition;
import dev.lotline.edge.graphql.fluent.InventoryPosition.Key;
import dev.lotline.edge.graphql.fluent.InventoryQuantity;
import dev.lotline.edge.graphql.fluent.value.InventoryPositionKey;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;

/** Finds what is named; what the scope does not cover is as unknown as what is not there. */
@Singleton
class PositionReading {
    private final PositionSql sql;

    PositionReading(PositionSql sql) {
        this.sql = sql;
    }

    /** Ends with VALIDATION_FAILED, UNKNOWN_OWNER. */
    Uni<InventoryCatalogue> catalogue(Scope scope, String field, String ref) {
        String owner = Refs.owner(field, ref);
        return sql.named(scope, owner, List.of(), List.of()).map(found -> {
            if (found == null) {
                throw Refusal.of(RefusalCode.UNKNOWN_OWNER, "owner", owner);
            }
            return found.catalogue();
        });
    }

    /** Ends with VALIDATION_FAILED, UNKNOWN_OWNER, UNKNOWN_ITEM, UNKNOWN_WAREHOUSE. */
    Uni<Key> key(Scope scope, InventoryPositionKey asked) {
        String owner = Refs.owner("catalogue.ref", asked.catalogue.ref);
        Refs.Ways ways = Refs.position("ref", asked.ref);
        return sql.named(scope, owner, ways.skus(), ways.warehouses()).map(found -> {
            if (found == null) {
                throw Refusal.of(RefusalCode.UNKNOWN_OWNER, "owner", owner);
            }
            if (found.item() == null) {
                throw Refusal.of(RefusalCode.UNKNOWN_ITEM, "sku", asked.ref);
            }
            if (found.warehouse() == null) {
                throw Refusal.of(RefusalCode.UNKNOWN_WAREHOUSE, "warehouse", asked.ref);
            }
            return new Key(found.warehouse(), found.item());
        });
    }

    Uni<InventoryPosition> position(Key key, boolean quantities) {
        return sql.positions(List.of(key), quantities).map(found -> found.get(0));
    }

    /** A quantity that a client has named. Ends with VALIDATION_FAILED, UNKNOWN_DOCUMENT. */
    Uni<InventoryQuantity> quantity(Scope scope, String catalogue, String ref) {
        String owner = Refs.owner("catalogue.ref", catalogue);
        Refs.text("ref", ref);
        return sql.quantity(scope, owner, ref).chain(key -> {
            if (key == null) {
                throw Refusal.of(RefusalCode.UNKNOWN_DOCUMENT, "reference", ref);
            }
            return position(key, true).map(position -> named(position, ref));
        });
    }

    static InventoryQuantity named(InventoryPosition position, String ref) {
        InventoryQuantity found = position.quantity(ref);
        if (found == null) {
            throw Refusal.of(RefusalCode.UNKNOWN_DOCUMENT, "reference", ref);
        }
        return Objects.requireNonNull(found);
    }
}
