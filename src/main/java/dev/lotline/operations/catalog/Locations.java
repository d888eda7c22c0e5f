package dev.lotline.operations.catalog;

import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import dev.lotline.stock.location.Building;
import dev.lotline.stock.location.Location;
import dev.lotline.stock.location.Warehouse;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Places of a warehouse. */
public final class Locations {
    private static final String NO_BUILDING = "is not a building of this warehouse";

    private Locations() {}

    /** Ends with VALIDATION_FAILED, UNKNOWN_WAREHOUSE, POLICY_IN_USE (the type, while stock is there). */
    public static Uni<Stored<LocationBody>> put(String warehouse, String code, LocationBody wanted, Scope scope) {
        wanted.check(code);
        scope.requireWarehouse(warehouse);
        return Stored.by(() -> warehouse(warehouse)
                .chain(house ->
                        building(house, wanted.building()).chain(building -> store(house, building, code, wanted))));
    }

    /** Those of these codes that are there, by code. Ends with UNKNOWN_WAREHOUSE. */
    public static Uni<Map<String, LocationBody>> find(String warehouse, Collection<String> codes, Scope scope) {
        scope.requireWarehouse(warehouse);
        return Panache.withSession(() -> warehouse(warehouse)
                .chain(house -> Location.named(house.id(), codes))
                .chain(Locations::bodies)
                .map(found -> found.stream()
                        .collect(Collectors.toMap(
                                each -> Objects.requireNonNull(each.location()), Function.identity()))));
    }

    /**
     * All of them or none, in one transaction; each names its code. What is refused is named by its number, {@code
     * places[3].building}. Ends with VALIDATION_FAILED, UNKNOWN_WAREHOUSE, POLICY_IN_USE.
     *
     * @param dry everything is taken back
     */
    public static Uni<Void> putAll(String warehouse, List<LocationBody> wanted, boolean dry, Scope scope) {
        scope.requireWarehouse(warehouse);
        return Stored.by(() -> warehouse(warehouse)
                        .chain(house -> Location.named(house.id(), codes(wanted))
                                .chain(there -> Building.of(house.id())
                                        .chain(buildings -> putAll(house, there, buildings, wanted))))
                        .chain(Panache::currentTransaction)
                        .map(transaction -> {
                            if (dry) {
                                transaction.markForRollback();
                            }
                            return new Stored<>(wanted.size(), true);
                        }))
                .replaceWithVoid();
    }

    private static Uni<Void> putAll(
            Warehouse house, List<Location> there, List<Building> buildings, List<LocationBody> wanted) {
        Map<String, Location> byCode = there.stream().collect(Collectors.toMap(each -> each.code, Function.identity()));
        Map<String, Building> byName =
                buildings.stream().collect(Collectors.toMap(each -> each.code, Function.identity()));
        return Multi.createFrom()
                .range(0, wanted.size())
                .onItem()
                .transformToUniAndConcatenate(
                        n -> put(house, byCode.get(String.valueOf(wanted.get(n).location())), byName, wanted.get(n), n))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** A place that becomes another kind of place is written at once: that can be refused. */
    private static Uni<Location> put(
            Warehouse house, @Nullable Location present, Map<String, Building> buildings, LocationBody wanted, int n) {
        String code = Objects.requireNonNull(wanted.location());
        wanted.check(code);
        Building building = buildings.get(String.valueOf(wanted.building()));
        if (wanted.building() != null && building == null) {
            throw Refusal.invalid("places[" + n + "].building", NO_BUILDING);
        }
        Location stored = present == null ? new Location() : present;
        boolean retyped = present != null && present.type != wanted.type();
        stored.warehouseId = house.id();
        stored.code = code;
        wanted.into(stored, building);
        return retyped
                ? stored.<Location>persistAndFlush()
                        .onFailure()
                        .transform(fault -> Stored.told(fault, "places[" + n + "]."))
                : stored.persist();
    }

    private static List<String> codes(List<LocationBody> wanted) {
        return wanted.stream().map(each -> String.valueOf(each.location())).toList();
    }

    private static Uni<Warehouse> warehouse(String code) {
        return Warehouse.named(code)
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.of(RefusalCode.UNKNOWN_WAREHOUSE, "warehouse", code));
    }

    private static Uni<Stored<LocationBody>> store(
            Warehouse house, @Nullable Building building, String code, LocationBody wanted) {
        return Location.named(house.id(), code).chain(present -> {
            Location stored = present == null ? new Location() : present;
            stored.warehouseId = house.id();
            stored.code = code;
            wanted.into(stored, building);
            return stored.<Location>persist()
                    .map(done -> new Stored<>(LocationBody.of(done, building), present == null));
        });
    }

    private static Uni<@Nullable Building> building(Warehouse house, @Nullable String code) {
        return code == null
                ? Uni.createFrom().nullItem()
                : Building.named(house.id(), code)
                        .onItem()
                        .ifNull()
                        .failWith(() -> Refusal.invalid("building", NO_BUILDING));
    }

    /** With the codes of their buildings, in one more query for the whole page. */
    public static Uni<List<LocationBody>> bodies(List<Location> places) {
        Set<Long> ids = places.stream()
                .map(place -> place.buildingId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return Building.withIds(ids).map(buildings -> {
            Map<@Nullable Long, Building> byId =
                    buildings.stream().collect(Collectors.toMap(building -> building.id, Function.identity()));
            return places.stream()
                    .map(place -> LocationBody.of(place, byId.get(place.buildingId)))
                    .toList();
        });
    }
}
