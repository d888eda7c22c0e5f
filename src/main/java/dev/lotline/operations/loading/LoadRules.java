package dev.lotline.operations.loading;

import dev.lotline.kernel.FieldCheck;
import dev.lotline.kernel.Quantity;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What an entry must look like, which entries say the same anew, and which may go down together. Pure. */
final class LoadRules {
    static final int MOST_ENTRIES = 5_000;
    static final int CHUNK = 500;
    private static final int LONGEST_REF = 255;
    private static final int LONGEST_WORD = 50;
    private static final int MOST_ATTRIBUTES = 2_000;

    private static final Set<String> TYPES =
            new TreeSet<>(Set.of("LAST_ON_HAND", "SALE", "CORRECTION", "DELTA", "ADJUSTMENT", "EXPECTED"));
    private static final Set<String> STATUSES = new TreeSet<>(Set.of("ACTIVE", "INACTIVE"));

    /** What only orders make: a promise needs somebody to whom it is made. */
    private static final String RESERVED = "RESERVED";

    private LoadRules() {}

    /** Why the entry can't be one whatever is in the books: VALIDATION_FAILED, STATE_NEEDS_DOCUMENT. */
    static Optional<Refusal> problem(LoadEntry asked) {
        if (RESERVED.equals(asked.type())) {
            return Optional.of(Refusal.of(RefusalCode.STATE_NEEDS_DOCUMENT, "state", RESERVED));
        }
        try {
            check(asked);
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal);
        }
    }

    private static void check(LoadEntry asked) {
        LoadEntry.Goods goods = asked.goods();
        FieldCheck fields = new FieldCheck()
                .code("retailerId", goods.owner())
                .code("locationRef", goods.warehouse())
                .code("skuRef", goods.sku())
                .optionalCode("storageAreaRef", goods.place())
                .optionalCode("attributes.manufacturerBatchNumber", goods.lotNumber())
                .date("attributes.expiresOn", goods.expirationDate())
                .text("ref", asked.ref(), LONGEST_REF)
                .text("condition", asked.condition(), LONGEST_WORD)
                .oneOf("type", asked.type(), TYPES)
                .that(
                        asked.status() == null || STATUSES.contains(asked.status()),
                        "status",
                        "must be one of " + STATUSES)
                .that(asked.quantity() != null, "quantity", "is required")
                .that(
                        asked.attributes() == null
                                || asked.attributes().encode().length() <= MOST_ATTRIBUTES,
                        "attributes",
                        "must have at most " + MOST_ATTRIBUTES + " characters");
        if (asked.quantity() != null) {
            String problem = units(asked, Quantity.MAX_DECIMALS);
            fields.that(problem.isEmpty(), "quantity", problem);
        }
        fields.done();
    }

    /** What is wrong about its number of units; empty when nothing is. */
    static String units(LoadEntry asked, int decimals) {
        BigDecimal units = asked.quantity();
        boolean less = units.signum() < 0;
        if (less && Set.of("LAST_ON_HAND", "EXPECTED").contains(asked.type())) {
            return "must not be less than 0";
        }
        if (!less && units.signum() > 0 && Set.of("SALE", "CORRECTION").contains(asked.type())) {
            return "must not be more than 0: such units have gone";
        }
        return units.signum() == 0 ? "" : Quantity.problem(units.abs(), decimals);
    }

    /** The numbers of entries that a later one of the same name says anew; of equal epochs the last one counts. */
    static Set<Integer> superseded(List<LoadEntry> entries) {
        Map<String, LoadEntry> last = new HashMap<>();
        Set<Integer> older = new TreeSet<>();
        Comparator<LoadEntry> order = Comparator.comparing((LoadEntry each) ->
                        each.epoch() == null ? Instant.MAX : each.epoch().toInstant())
                .thenComparing(LoadEntry::entry);
        for (LoadEntry each : entries) {
            String name = each.goods().owner() + "\n" + each.known();
            LoadEntry before = last.get(name);
            if (before == null || order.compare(each, before) > 0) {
                last.put(name, each);
                if (before != null) {
                    older.add(before.entry());
                }
            } else {
                older.add(each.entry());
            }
        }
        return older;
    }

    /**
     * Entries as they may go down: each list in one command of one warehouse. What is about the same goods in what may
     * be the same place goes one after the other, in their order.
     */
    static List<List<LoadSql.Found>> commands(List<LoadSql.Found> found) {
        TreeMap<String, List<LoadSql.Found>> rounds = new TreeMap<>();
        Map<Long, List<LoadSql.Found>> before = new HashMap<>();
        Map<Integer, Integer> round = new HashMap<>();
        for (LoadSql.Found each : found) {
            List<LoadSql.Found> same = before.computeIfAbsent(each.itemId(), item -> new ArrayList<>());
            int mine = same.stream()
                    .filter(other -> meets(each, other))
                    .mapToInt(other ->
                            Objects.requireNonNull(round.get(other.asked().entry())) + 1)
                    .max()
                    .orElse(0);
            same.add(each);
            round.put(each.asked().entry(), mine);
            rounds.computeIfAbsent(String.format("%06d:%d", mine, each.warehouseId()), key -> new ArrayList<>())
                    .add(each);
        }
        List<List<LoadSql.Found>> commands = new ArrayList<>();
        for (List<LoadSql.Found> together : rounds.values()) {
            for (int n = 0; n < together.size(); n += CHUNK) {
                commands.add(together.subList(n, Math.min(n + CHUNK, together.size())));
            }
        }
        return commands;
    }

    private static boolean meets(LoadSql.Found one, LoadSql.Found other) {
        return one.warehouseId() == other.warehouseId()
                && (one.placeId() == null
                        || other.placeId() == null
                        || one.placeId().equals(other.placeId()));
    }
}
