package dev.lotline.stock.figures;

import dev.lotline.stock.catalog.Item;
import dev.lotline.stock.catalog.Owner;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Positions for table tests, written as {@code "available 28, allocated 28, backordered 12"}; what is not named is 0. */
final class Facts {
    /** Of all units that the books count. */
    private static final Map<Booked, String> NAMES = EnumSet.range(Booked.EXPECTED, Booked.BACKORDERED).stream()
            .collect(Collectors.toMap(fact -> fact, Facts::name));

    private Facts() {}

    private static String name(Booked fact) {
        return switch (fact) {
            case EXPECTED_ON_PURCHASE -> "onPurchase";
            case PURCHASED_UNSHIPPED -> "purchasedUnshipped";
            case SHORT_DATED -> "shortDated";
            case ALLOCATED_TO_EXCEPTIONS -> "toExceptions";
            default -> fact.name().toLowerCase(Locale.ROOT);
        };
    }

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
                wholeHouse, Units.of(NAMES.keySet(), fact -> take(given, NAMES.get(fact))), kit, reorderPoint);
        if (!given.isEmpty()) {
            throw new IllegalArgumentException("not a fact: " + given.keySet());
        }
        return position;
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
