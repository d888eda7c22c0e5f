package dev.lotline.stock.figures;

import dev.lotline.stock.catalog.Item;
import dev.lotline.stock.catalog.Owner;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Positions for table tests, written as {@code "available 28, allocated 28, backordered 12"}; what is not named is 0. */
final class Facts {
    private Facts() {}

    static Position house(String figures) {
        return position(figures, true, Position.Kit.NONE);
    }

    static Position warehouse(String figures) {
        return position(figures, false, Position.Kit.NONE);
    }

    /** A kit of components, each written as {@code perUnit/free}. */
    static Position kit(String figures, boolean optimistic, String... components) {
        List<Position.Component> list = Arrays.stream(components)
                .map(each -> each.split("/"))
                .map(each -> new Position.Component("PART", new BigDecimal(each[0]), new BigDecimal(each[1])))
                .toList();
        return position(figures, true, new Position.Kit(optimistic, list));
    }

    /** A lot: {@code expected n} and quantities by state, with {@code reserved n} on AVAILABLE. */
    static LotPosition lot(String figures) {
        Map<String, BigDecimal> given = parse(figures);
        BigDecimal expected = take(given, "expected");
        BigDecimal reserved = take(given, "reserved");
        return new LotPosition(
                1L,
                "L",
                null,
                null,
                "NONE",
                expected,
                given.keySet().stream()
                        .map(state -> new LotPosition.Place(
                                "W1",
                                "A-01",
                                state,
                                given.get(state),
                                state.equals("AVAILABLE") ? reserved : BigDecimal.ZERO))
                        .toList());
    }

    /** The item of these facts. */
    static Product product() {
        return new Product("SKU", "Item", "OWNER", Owner.Kind.CUSTOMER, Item.Type.FINISHED_GOOD, Item.Status.ACTIVE);
    }

    private static Position position(String figures, boolean wholeHouse, Position.Kit kit) {
        Map<String, BigDecimal> given = parse(figures);
        BigDecimal reorderPoint = given.remove("reorderPoint");
        Position position = new Position(
                wholeHouse,
                new Position.Physical(
                        take(given, "received", Booked.RECEIVED),
                        take(given, "stowed", Booked.STOWED),
                        take(given, "available", Booked.AVAILABLE),
                        take(given, "picked", Booked.PICKED),
                        take(given, "quarantined", Booked.QUARANTINED),
                        take(given, "shortDated", Booked.SHORT_DATED),
                        take(given, "damaged", Booked.DAMAGED)),
                new Position.Claims(
                        take(given, "allocated", Booked.ALLOCATED),
                        take(given, "reserved", Booked.RESERVED),
                        take(given, "backordered", Booked.BACKORDERED),
                        take(given, "toExceptions", Booked.ALLOCATED_TO_EXCEPTIONS)),
                new Position.Inbound(
                        take(given, "expected", Booked.EXPECTED),
                        take(given, "onPurchase", Booked.EXPECTED_ON_PURCHASE),
                        take(given, "purchasedUnshipped", Booked.PURCHASED_UNSHIPPED)),
                kit,
                reorderPoint);
        if (!given.isEmpty()) {
            throw new IllegalArgumentException("not a fact: " + given.keySet());
        }
        return position;
    }

    private static Figure take(Map<String, BigDecimal> given, String name, Booked fact) {
        return fact.of(take(given, name));
    }

    private static BigDecimal take(Map<String, BigDecimal> given, String name) {
        BigDecimal value = given.remove(name);
        return value == null ? BigDecimal.ZERO.setScale(4) : value;
    }

    private static Map<String, BigDecimal> parse(String figures) {
        Map<String, BigDecimal> given = new HashMap<>();
        Arrays.stream(figures.split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .forEach(each -> {
                    String[] pair = each.split(" ");
                    given.put(pair[0], new BigDecimal(pair[1]).setScale(4));
                });
        return given;
    }

    /** The figures of an answer that are not 0 and not absent, as {@code "available 28, backordered 12"}, in its order. */
    static String told(Record answer) {
        return Arrays.stream(answer.getClass().getRecordComponents())
                .map(part -> {
                    try {
                        Object value = part.getAccessor().invoke(answer);
                        boolean zero = value == null
                                || value instanceof Figure units
                                        && units.value().signum() == 0;
                        return zero ? "" : part.getName() + " " + value;
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .filter(each -> !each.isEmpty())
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }
}
