package dev.lotline.kernel;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The owners and warehouses a credential may touch, by business code; null = all of them. Made once per request from
 * the credential; what a request names can only narrow it.
 */
public record Scope(@Nullable Set<String> owners, @Nullable Set<String> warehouses) {
    public static final Scope ALL = new Scope(null, null);

    public boolean covers(String owner, String warehouse) {
        return coversOwner(owner) && coversWarehouse(warehouse);
    }

    public boolean coversOwner(String owner) {
        return owners == null || owners.contains(owner);
    }

    public boolean coversWarehouse(String warehouse) {
        return warehouses == null || warehouses.contains(warehouse);
    }

    /** Owner outside the scope: told to the client as not found. */
    public void requireOwner(String owner) {
        if (!coversOwner(owner)) {
            throw Refusal.of(RefusalCode.UNKNOWN_OWNER, "owner", owner);
        }
    }

    /** Warehouse outside the scope: told to the client as not found. */
    public void requireWarehouse(String warehouse) {
        if (!coversWarehouse(warehouse)) {
            throw Refusal.of(RefusalCode.UNKNOWN_WAREHOUSE, "warehouse", warehouse);
        }
    }

    /** Owner codes as a query parameter; null = all. */
    public String @Nullable [] ownerCodes() {
        return owners == null ? null : owners.toArray(String[]::new);
    }

    /** Warehouse codes as a query parameter; null = all. */
    public String @Nullable [] warehouseCodes() {
        return warehouses == null ? null : warehouses.toArray(String[]::new);
    }
}
