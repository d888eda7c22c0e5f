package dev.lotline.operations.counting;

import dev.lotline.kernel.FieldCheck;
import java.util.Set;
import java.util.TreeSet;

/** What a plan of counts must say. Pure. */
final class CountRules {
    static final int MOST_LINES = 1_000;
    static final Set<String> BASES =
            new TreeSet<>(Set.of("ZONE", "ABC", "RANDOM", "ZERO_STOCK", "EMPTY_BIN", "LOCATIONS", "ITEM"));
    private static final Set<String> CLASSES = new TreeSet<>(Set.of("A", "B", "C"));

    private CountRules() {}

    /** The body alone. Ends with VALIDATION_FAILED that names every wrong field. */
    static void shape(NewCount asked) {
        String basis = String.valueOf(asked.basis());
        FieldCheck check = new FieldCheck()
                .code("warehouse", asked.warehouse())
                .oneOf("basis", asked.basis(), BASES)
                .optionalCode("owner", asked.owner())
                .optionalCode("sku", asked.sku())
                .optionalCode("zone", asked.zone())
                .optionalCode("seed", asked.seed())
                .text("note", asked.note(), AdjustmentRules.LONGEST_NOTE)
                .that(asked.size() >= 1 && asked.size() <= MOST_LINES, "size", "must lie between 1 and " + MOST_LINES)
                .that(asked.locations().size() <= MOST_LINES, "locations", "must be at most " + MOST_LINES)
                .that(!basis.equals("ZONE") || asked.zone() != null, "zone", "is required for a count by zone")
                .that(!basis.equals("LOCATIONS") || !asked.locations().isEmpty(), "locations", "must name one at least")
                .that(!basis.equals("ITEM") || asked.sku() != null, "sku", "is required for a count of an item")
                .that(asked.sku() == null || asked.owner() != null, "owner", "is required where a sku is named");
        if (basis.equals("ABC") || asked.abc() != null) {
            check.oneOf("abc", asked.abc(), CLASSES);
        }
        for (int n = 0; n < asked.locations().size(); n++) {
            check.code("locations[" + n + "]", asked.locations().get(n));
        }
        check.done();
    }
}
