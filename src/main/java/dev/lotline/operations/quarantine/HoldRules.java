package dev.lotline.operations.quarantine;

import dev.lotline.kernel.FieldCheck;
import dev.lotline.kernel.Quantity;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.operations.quarantine.QuarantineSql.Covered;
import dev.lotline.operations.quarantine.QuarantineSql.Resolved;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a hold and a disposition must name. Pure. */
final class HoldRules {
    static final int MOST_NAMED = 500;
    static final int NOTE = 1_000;
    static final String RECALL = "RECALL";
    static final String MANUAL = "MANUAL";
    static final Set<String> REASONS = new TreeSet<>(Set.of(RECALL, "QUALITY", MANUAL));

    private HoldRules() {}

    /** Every field of the body that is missing or malformed, at once. Ends with VALIDATION_FAILED. */
    static void shape(NewHold hold) {
        FieldCheck check = new FieldCheck()
                .code("owner", hold.owner())
                .optionalCode("sku", hold.sku())
                .optionalCode("warehouse", hold.warehouse())
                .oneOf("reason", hold.reason(), REASONS)
                .text("note", hold.note(), NOTE)
                .that(
                        !hold.lotNumbers().isEmpty() || !hold.lotIds().isEmpty() || inOneHouse(hold),
                        "lotNumbers",
                        "must name a lot, unless lotIds, locations or lpns do")
                .that(!inOneHouse(hold) || hold.warehouse() != null, "warehouse", "is required with locations and lpns")
                .that(inOneHouse(hold) || hold.warehouse() == null, "warehouse", "goes with locations and lpns only")
                .that(
                        !hold.ofPlates() || alone(hold),
                        "lpns",
                        "stand alone: all that is on a plate is held, wherever it is taken")
                .that(
                        !hold.ofPlates() || !RECALL.equals(hold.reason()),
                        "lpns",
                        "can't confine a recall: it follows its lots")
                .that(
                        !hold.ofPlaces() || !RECALL.equals(hold.reason()),
                        "locations",
                        "can't confine a recall: it follows its lots");
        codes(check, "lotNumbers", hold.lotNumbers());
        ids(check, "lotIds", hold.lotIds());
        codes(check, "locations", hold.locations());
        codes(check, "lpns", hold.lpns());
        check.done();
    }

    private static boolean inOneHouse(NewHold hold) {
        return hold.ofPlaces() || hold.ofPlates();
    }

    private static boolean alone(NewHold hold) {
        return !hold.ofPlaces()
                && hold.sku() == null
                && hold.lotNumbers().isEmpty()
                && hold.lotIds().isEmpty();
    }

    /** The same of a disposition. A release ends a hold about whole lots, places or plates, never
     * about some units. */
    static void shape(Disposition asked, String scope) {
        boolean release = asked.kind() == Disposition.Kind.RELEASE;
        boolean ofPlaces = scope.equals("LOCATION");
        FieldCheck check = new FieldCheck()
                .text("note", asked.note(), NOTE)
                .optionalCode("warehouse", asked.warehouse())
                .that(!release || asked.quantity() == null, "quantity", "can't be released in part")
                .that(
                        !release || ofPlaces || asked.locations().isEmpty(),
                        "locations",
                        "a lot or a plate is released wherever it is")
                .that(
                        !release || scope.equals("LOT") || asked.lotIds().isEmpty(),
                        "lotIds",
                        "a place or a plate is released as a whole")
                .that(scope.equals("PLATE") || asked.lpns().isEmpty(), "lpns", "go with a hold of plates only")
                .that(
                        ofPlaces || asked.locations().isEmpty() || asked.warehouse() != null,
                        "warehouse",
                        "is required with locations");
        if (asked.quantity() != null) {
            check.units("quantity", asked.quantity(), Quantity.MAX_DECIMALS);
        }
        ids(check, "lotIds", asked.lotIds());
        codes(check, "locations", asked.locations());
        codes(check, "lpns", asked.lpns());
        check.done();
    }

    /** Everything that was named exists. Ends with UNKNOWN_OWNER, UNKNOWN_ITEM, UNKNOWN_WAREHOUSE, _LOT, _LOCATION or _PLATE. */
    static void known(NewHold asked, Resolved found) {
        require(found.ownerId() != null, RefusalCode.UNKNOWN_OWNER, "owner", asked.owner());
        require(asked.sku() == null || found.itemId() != null, RefusalCode.UNKNOWN_ITEM, "sku", asked.sku());
        require(
                asked.warehouse() == null || found.warehouseId() != null,
                RefusalCode.UNKNOWN_WAREHOUSE,
                "warehouse",
                asked.warehouse());
        for (String number : asked.lotNumbers()) {
            boolean there =
                    found.lots().stream().anyMatch(lot -> String.valueOf(number).equals(lot.lotNumber()));
            require(there, RefusalCode.UNKNOWN_LOT, "lot", number);
        }
        lots(asked.lotIds(), found.lots());
        for (String code : asked.locations()) {
            boolean there =
                    found.places().stream().anyMatch(place -> place.code().equals(code));
            require(there, RefusalCode.UNKNOWN_LOCATION, "location", code);
        }
        for (String code : asked.lpns()) {
            boolean there =
                    found.plates().stream().anyMatch(plate -> plate.code().equals(code));
            require(there, RefusalCode.UNKNOWN_PLATE, "plate", code);
        }
    }

    /** Every id is one of these lots. Ends with UNKNOWN_LOT. */
    static void lots(List<@Nullable Long> ids, List<Covered> lots) {
        for (Long id : ids) {
            require(
                    lots.stream().anyMatch(lot -> Long.valueOf(lot.id()).equals(id)),
                    RefusalCode.UNKNOWN_LOT,
                    "lot",
                    id);
        }
    }

    private static void require(boolean there, RefusalCode otherwise, String name, @Nullable Object value) {
        if (!there) {
            throw Refusal.of(otherwise, name, String.valueOf(value));
        }
    }

    private static void codes(FieldCheck check, String field, List<@Nullable String> codes) {
        check.that(codes.size() <= MOST_NAMED, field, "must name at most " + MOST_NAMED);
        for (int n = 0; n < Math.min(codes.size(), MOST_NAMED); n++) {
            check.code(field + "[" + n + "]", codes.get(n));
        }
    }

    private static void ids(FieldCheck check, String field, List<@Nullable Long> ids) {
        check.that(ids.size() <= MOST_NAMED, field, "must name at most " + MOST_NAMED);
        for (int n = 0; n < Math.min(ids.size(), MOST_NAMED); n++) {
            check.that(ids.get(n) != null, field + "[" + n + "]", "is required");
        }
    }
}
