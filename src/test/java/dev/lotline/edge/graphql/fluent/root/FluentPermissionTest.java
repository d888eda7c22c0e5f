package dev.lotline.edge.graphql.fluent.root;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.lotline.edge.graphql.endless.Brand;
import dev.lotline.edge.graphql.endless.Product;
import dev.lotline.edge.graphql.fluent.InventoryCatalogue;
import dev.lotline.edge.graphql.fluent.InventoryPosition;
import dev.lotline.edge.graphql.fluent.Location;
import dev.lotline.edge.graphql.fluent.value.DateTime;
import dev.lotline.edge.graphql.fluent.value.InventoryCatalogueKey;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Role;
import dev.lotline.kernel.Scope;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A missing permission makes a field null; it is no error. */
class FluentPermissionTest {
    private static final DateTime ONCE = new DateTime("2026-03-01T12:00:00Z");
    private static final InventoryPosition POSITION = new InventoryPosition(
            new InventoryPosition.Key(1, 2),
            new InventoryPosition.Of(
                    new Product(2, "S", "S", "EA", new Brand("O", "Owner")),
                    new InventoryCatalogue("O", "Owner"),
                    new Location("W", "W", "UTC", true),
                    true,
                    true,
                    ONCE,
                    ONCE),
            BigDecimal.ONE,
            null);

    @Test
    void who_may_not_read_is_told_nothing_and_no_error() {
        assertNotNull(new PositionFields(who(EnumSet.allOf(Capability.class))).product(POSITION, null));
        assertNull(new PositionFields(who(EnumSet.of(Capability.STOCK_READ))).product(POSITION, null));
        PositionQueries blind = new PositionQueries(null, null, who(EnumSet.of(Capability.CATALOG_READ)), null);
        InventoryCatalogueKey key = new InventoryCatalogueKey();
        assertNull(blind.inventoryPosition("S:W:DEFAULT", key).await().indefinitely());
        assertNull(blind.inventoryCatalogue("DEFAULT:O").await().indefinitely());
        assertNull(blind.inventoryPositions(
                        null, null, null, null, null, null, null, null, null, null, null, null, null, null, null)
                .await()
                .indefinitely());
        assertEquals("ACTIVE", POSITION.getStatus());
    }

    private static QuarkusSecurityIdentity who(Set<Capability> may) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new Actor("me", Role.INTEGRATION, may, Scope.ALL, "device"))
                .build();
    }
}
