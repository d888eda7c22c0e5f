package dev.lotline.edge.graphql;

import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.stock.figures.Booked;
import dev.lotline.stock.figures.EndlessVocabulary;
import dev.lotline.stock.figures.Position;
import dev.lotline.stock.figures.Position.Component;
import dev.lotline.stock.figures.Position.Kit;
import dev.lotline.stock.figures.Units;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The facts about one item as one snapshot gave them, by warehouse and, where a question named some, by building and
 * by place. Pure.
 *
 * @param whole the credential sees every warehouse; demand and purchases without a warehouse are told
 * @param warehouses every warehouse in which the item has a figure
 * @param buildings standing units in the places of the buildings that were named
 * @param places standing units in the places that were named
 */
public record Figures(
        Known known,
        boolean whole,
        BigDecimal backordered,
        BigDecimal boughtAnywhere,
        List<Spot> warehouses,
        List<Spot> buildings,
        List<Spot> places,
        List<Part> parts) {

    /** In the order in which a snapshot lists them; demand that nothing covers stands nowhere. */
    public static final List<Booked> COUNTED = List.of(
            Booked.RECEIVED,
            Booked.STOWED,
            Booked.AVAILABLE,
            Booked.PICKED,
            Booked.QUARANTINED,
            Booked.SHORT_DATED,
            Booked.DAMAGED,
            Booked.ALLOCATED,
            Booked.RESERVED,
            Booked.EXPECTED,
            Booked.EXPECTED_ON_PURCHASE,
            Booked.PURCHASED_UNSHIPPED,
            Booked.BACKORDERED);

    private static final Units NONE = Units.none(COUNTED);

    /** Where in the house: by the ids that clients use. A null or empty part narrows nothing. */
    public record Where(@Nullable String warehouse, List<String> buildings, List<String> places) {
        public static final Where HOUSE = new Where(null, List.of(), List.of());

        public static Where of(
                @Nullable String warehouse, @Nullable List<String> buildings, @Nullable List<String> places) {
            return new Where(warehouse, buildings == null ? List.of() : buildings, places == null ? List.of() : places);
        }
    }

    /** @param active false = counted only when its warehouse is named */
    public record Spot(
            String warehouse,
            boolean active,
            @Nullable String building,
            @Nullable String place,
            Units units) {}

    /** A component of a kit, how much of it one kit takes, and where it is. */
    public record Part(String sku, BigDecimal perUnit, List<Spot> warehouses, List<Spot> buildings) {}

    /**
     * What a request named and the credential may see.
     *
     * @param buildings to the warehouse of each
     * @param places to the warehouse of each
     */
    public record Known(Set<String> warehouses, Map<String, String> buildings, Map<String, String> places) {
        /** Ends with UNKNOWN_WAREHOUSE, UNKNOWN_LOCATION. */
        void require(Where where) {
            if (where.warehouse != null && !warehouses.contains(where.warehouse)) {
                throw Refusal.of(RefusalCode.UNKNOWN_WAREHOUSE, "warehouse", where.warehouse);
            }
            unknown(where.buildings, buildings.keySet());
            unknown(where.places, places.keySet());
        }

        private static void unknown(List<String> named, Set<String> known) {
            for (String each : named) {
                if (!known.contains(each)) {
                    throw Refusal.of(RefusalCode.UNKNOWN_LOCATION, "location", each);
                }
            }
        }
    }

    /** Ends with UNKNOWN_WAREHOUSE, UNKNOWN_LOCATION. */
    public EndlessVocabulary at(Where where) {
        known.require(where);
        Predicate<Spot> inside = spot -> inside(spot, where);
        if (!where.places.isEmpty()) {
            return told(sum(places, inside), Kit.NONE);
        }
        if (!where.buildings.isEmpty()) {
            Set<String> of = where.buildings.stream()
                    .map(known.buildings::get)
                    .filter(each -> where.warehouse == null || where.warehouse.equals(each))
                    .collect(Collectors.toSet());
            Units inbound = sum(warehouses, spot -> of.contains(spot.warehouse))
                    .only(Booked.EXPECTED, Booked.EXPECTED_ON_PURCHASE, Booked.PURCHASED_UNSHIPPED);
            return told(sum(buildings, inside).plus(inbound), kit(part -> sum(part.buildings, inside)));
        }
        Units standing = sum(warehouses, inside);
        boolean all = where.warehouse == null && whole;
        Units units = all
                ? standing.plus(Booked.PURCHASED_UNSHIPPED, boughtAnywhere).plus(Booked.BACKORDERED, backordered)
                : standing;
        return told(units, kit(part -> sum(part.warehouses, inside)));
    }

    /** The figures of one warehouse, without asking whether it was named. */
    public EndlessVocabulary of(String warehouse) {
        Predicate<Spot> there = spot -> Objects.equals(spot.warehouse, warehouse);
        return told(sum(warehouses, there), kit(part -> sum(part.warehouses, there)));
    }

    /** Here every figure is told of every part of the house; what has no warehouse is counted in none of them. */
    private static EndlessVocabulary told(Units units, Kit kit) {
        return EndlessVocabulary.of(new Position(true, units, kit, null));
    }

    /** Named, or in a warehouse that is active. */
    private static boolean inside(Spot spot, Where where) {
        boolean warehouse = where.warehouse == null
                ? spot.active || !where.buildings.isEmpty() || !where.places.isEmpty()
                : where.warehouse.equals(spot.warehouse);
        return warehouse
                && (where.buildings.isEmpty() || where.buildings.contains(spot.building))
                && (where.places.isEmpty() || where.places.contains(spot.place));
    }

    private static Units sum(List<Spot> spots, Predicate<Spot> inside) {
        Units sum = NONE;
        for (Spot spot : spots) {
            if (inside.test(spot)) {
                sum = sum == NONE ? spot.units : sum.plus(spot.units);
            }
        }
        return sum;
    }

    private Kit kit(Function<Part, Units> there) {
        return new Kit(
                false,
                parts.stream()
                        .map(part -> new Component(
                                part.sku, part.perUnit, there.apply(part).free().value()))
                        .toList());
    }
}
