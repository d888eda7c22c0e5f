package dev.lotline.operations.correction;

import com.google.re2j.Pattern;
import dev.lotline.kernel.FieldCheck;
import dev.lotline.kernel.Quantity;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What makes an assignment of lots acceptable, before the books are asked. Pure. */
final class LotAssignmentRules {
    static final int MOST_ROWS = 1_000;
    private static final Set<String> STATES = new TreeSet<>(Set.of("AVAILABLE", "QUARANTINED", "DAMAGED"));

    private LotAssignmentRules() {}

    /** What must be known of an item. */
    record Facts(
            boolean tracking,
            boolean lotTracked,
            int decimals,
            @Nullable String lotNumberPattern) {}

    /** The body alone: every field that is missing or malformed, at once. Ends with VALIDATION_FAILED. */
    static void shape(List<@Nullable LotAssignment> rows) {
        FieldCheck check = new FieldCheck()
                .that(!rows.isEmpty(), "body", "must have at least one row")
                .that(rows.size() <= MOST_ROWS, "body", "must have at most " + MOST_ROWS + " rows");
        check.done();
        for (int n = 0; n < rows.size(); n++) {
            LotAssignment row = rows.get(n);
            String at = "[" + n + "]";
            check.that(row != null, at, "is required");
            if (row != null) {
                check.code(at + ".location", row.location())
                        .units(at + ".quantity", row.quantity(), Quantity.MAX_DECIMALS)
                        .optionalCode(at + ".lotNumber", row.lotNumber())
                        .date(at + ".expirationDate", row.expirationDate())
                        .oneOf(at + ".state", row.state(), STATES);
            }
        }
        check.done();
    }

    /** The rows against the item. Ends with the refusal of the first row that can't be assigned. */
    static void judge(String sku, List<LotAssignment> rows, Facts item) {
        if (!item.tracking()) {
            throw Refusal.of(RefusalCode.ITEM_NOT_TRACKED, "sku", sku);
        }
        if (!item.lotTracked()) {
            throw Refusal.of(RefusalCode.ITEM_NOT_LOT_TRACKED, "sku", sku);
        }
        FieldCheck check = new FieldCheck();
        for (int n = 0; n < rows.size(); n++) {
            LotAssignment row = rows.get(n);
            String lot = row.lotNumber();
            if (lot == null && row.expirationDate() == null) {
                throw Refusal.of(RefusalCode.LOT_OR_EXPIRY_REQUIRED, Map.of("field", "[" + n + "]", "sku", sku));
            }
            if (lot != null && item.lotNumberPattern() != null && !Pattern.matches(item.lotNumberPattern(), lot)) {
                throw Refusal.of(
                        RefusalCode.LOT_PATTERN_MISMATCH,
                        Map.of("field", "[" + n + "].lotNumber", "sku", sku, "lot", lot));
            }
            check.units("[" + n + "].quantity", row.quantity(), item.decimals());
        }
        check.done();
    }
}
