package dev.lotline.edge.api.nouns;

import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import dev.lotline.operations.catalog.Stored;
import dev.lotline.stock.catalog.Item;
import dev.lotline.stock.catalog.Owner;
import dev.lotline.stock.location.Warehouse;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;

/** What an address names, inside the caller's scope; outside it, as if it did not exist. */
final class Known {
    private Known() {}

    static Scope scope(SecurityIdentity identity) {
        return ((Actor) identity.getPrincipal()).scope();
    }

    /** 201 when it is new, 200 when it was there. */
    static <T> RestResponse<T> told(Stored<T> stored) {
        return RestResponse.status(
                stored.isNew() ? RestResponse.Status.CREATED : RestResponse.Status.OK, stored.noun());
    }

    /** Ends with UNKNOWN_OWNER. */
    static Uni<Owner> owner(SecurityIdentity identity, String code) {
        scope(identity).requireOwner(code);
        return Owner.named(code).onItem().ifNull().failWith(() -> Refusal.of(RefusalCode.UNKNOWN_OWNER, "owner", code));
    }

    /** Ends with UNKNOWN_WAREHOUSE. */
    static Uni<Warehouse> warehouse(SecurityIdentity identity, String code) {
        scope(identity).requireWarehouse(code);
        return Warehouse.named(code)
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.of(RefusalCode.UNKNOWN_WAREHOUSE, "warehouse", code));
    }

    /** Ends with UNKNOWN_OWNER outside the scope, UNKNOWN_ITEM. */
    static Uni<Item> item(SecurityIdentity identity, String owner, String sku) {
        scope(identity).requireOwner(owner);
        return Item.named(owner, sku)
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.of(RefusalCode.UNKNOWN_ITEM, Map.of("owner", owner, "sku", sku)));
    }
}
