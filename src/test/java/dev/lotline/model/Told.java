package dev.lotline.model;

import dev.lotline.stock.catalog.Item;
import dev.lotline.stock.catalog.Owner;
import dev.lotline.stock.figures.Booked;
import dev.lotline.stock.figures.BottleneckVocabulary;
import dev.lotline.stock.figures.EndlessVocabulary;
import dev.lotline.stock.figures.FluentVocabulary;
import dev.lotline.stock.figures.JetpackVocabulary;
import dev.lotline.stock.figures.LotPosition;
import dev.lotline.stock.figures.Position;
import dev.lotline.stock.figures.Product;
import dev.lotline.stock.figures.ShipStreamVocabulary;
import dev.lotline.stock.figures.Units;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the pure formulas say of a house of the model, by name: {@code I0 endless.stock} of the whole house, {@code I0@W1
 * endless.stock} of a warehouse, {@code I0.L2 jetpack.onHand} of a lot, {@code I1.-} of units without.
 */
final class Told extends TreeMap<String, Object> {
    private static final long serialVersionUID = 1L;
    private static final int HOUSE = -1;

    /** @param everywhere every figure of a warehouse, also those that otherwise only the house has */
    static Told of(House house, boolean everywhere) {
        Told told = new Told();
        for (int item = 0; item < house.plan.items().size(); item++) {
            told.add("I" + item, position(house, item, HOUSE, true));
            for (int warehouse = 0; warehouse < Plan.WAREHOUSES; warehouse++) {
                told.add("I" + item + "@W" + warehouse, position(house, item, warehouse, everywhere));
            }
            List<Plan.Lot> lots = house.plan.items().get(item).lots();
            for (int lot = 0; lot < lots.size(); lot++) {
                told.add("I" + item + ".L" + lot, lot(house, item, lot));
            }
            LotPosition without = lot(house, item, Op.NO_LOT);
            if (without.expected().signum() > 0 || !without.places().isEmpty()) {
                told.add("I" + item + ".-", without);
            }
        }
        return told;
    }

    private void add(String of, Position p) {
        put(of + " shipstream", ShipStreamVocabulary.of(p).told());
        put(of + " endless", EndlessVocabulary.of(p).told());
        put(of + " jetpack", JetpackVocabulary.of(p).told());
        put(of + " fluent", FluentVocabulary.of(p).told());
        put(of + " bottleneck", BottleneckVocabulary.of(p, product()).told());
    }

    private void add(String of, LotPosition lot) {
        put(of + " shipstream", ShipStreamVocabulary.of(lot).told());
        put(of + " jetpack", JetpackVocabulary.of(lot).told());
        put(of + " bottleneck", BottleneckVocabulary.of(lot, null, product()).told());
    }

    private void put(String dialect, Stream<dev.lotline.stock.figures.Told> figures) {
        figures.forEach(each -> put(dialect + "." + each.name(), each.value().toString()));
    }

    private static Position position(House house, int item, int warehouse, boolean wholeHouse) {
        Units units = Units.of(
                EnumSet.range(Booked.EXPECTED, Booked.BACKORDERED),
                kind -> BigDecimal.valueOf(warehouses(warehouse)
                                .mapToLong(w -> booked(house, item, w, kind))
                                .sum()
                        + (warehouse == HOUSE && kind == Booked.BACKORDERED ? backordered(house, item) : 0)));
        return new Position(wholeHouse, units, Position.Kit.NONE, null);
    }

    private static IntStream warehouses(int warehouse) {
        return warehouse == HOUSE ? IntStream.range(0, Plan.WAREHOUSES) : IntStream.of(warehouse);
    }

    private static long booked(House house, int item, int warehouse, Booked kind) {
        return switch (kind) {
            case EXPECTED ->
                open(house, item)
                        .filter(d -> d.warehouse() == warehouse)
                        .mapToLong(Open::units)
                        .sum();
            case EXPECTED_ON_PURCHASE, PURCHASED_UNSHIPPED, BACKORDERED -> 0;
            case ALLOCATED -> house.allocated(warehouse, item);
            case ALLOCATED_TO_EXCEPTIONS ->
                house.lines(item).stream()
                        .filter(l -> l.order.lines.stream().anyMatch(x -> x.backordered > 0))
                        .mapToLong(l -> l.allocated[warehouse])
                        .sum();
            case RESERVED -> house.reserved(warehouse, item);
            default -> house.sum(warehouse, item, State.valueOf(kind.name()));
        };
    }

    private static long backordered(House house, int item) {
        return house.lines(item).stream().mapToLong(l -> l.backordered).sum();
    }

    private static LotPosition lot(House house, int item, int lot) {
        List<LotPosition.Place> places = house.rows.stream()
                .filter(r -> r.item == item && r.lot == lot && r.units > 0)
                .map(r -> new LotPosition.Place(
                        "W" + r.warehouse,
                        "P" + r.place,
                        r.state.name(),
                        BigDecimal.valueOf(r.units),
                        BigDecimal.valueOf(r.reserved)))
                .toList();
        long expected = open(house, item)
                .filter(d -> d.lot() == lot)
                .mapToLong(Open::units)
                .sum();
        return new LotPosition(null, null, null, null, "NONE", BigDecimal.valueOf(expected), places);
    }

    /** Units that are announced and not counted. */
    private record Open(int warehouse, int lot, long units) {}

    private static Stream<Open> open(House house, int item) {
        return house.documents.stream()
                .filter(d -> !d.closed && !d.cancelled)
                .flatMap(d -> d.arrivals.stream()
                        .filter(a -> a.announced.item() == item)
                        .map(a -> new Open(d.announced.warehouse(), a.announced.lot(), a.open())));
    }

    private static Product product() {
        return new Product("I", "Model", "M", Owner.Kind.CUSTOMER, null, Item.Status.ACTIVE);
    }
}
