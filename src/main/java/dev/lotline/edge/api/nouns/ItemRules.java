package dev.lotline.edge.api.nouns;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.lotline.edge.api.Violations;
import dev.lotline.gs1.CheckDigit;
import dev.lotline.gs1.Gtin;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Text;
import dev.lotline.stock.catalog.Item;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an item must be like before it is stored, and how its barcodes are kept. */
final class ItemRules {
    private static final BigDecimal LARGEST_MEASURE = new BigDecimal("99999999");
    private static final BigDecimal LARGEST_STOCK = new BigDecimal("9999999999");
    private static final int LONGEST_UNIT = 16;
    private static final int LONGEST_PATTERN = 200;
    private static final int MOST_DAYS = 36_500;
    private static final int MOST_CODES = 200;

    private ItemRules() {}

    /** Ends with VALIDATION_FAILED naming every wrong field, RESTOCK_NOT_SUPPORTED_FOR_LOT_PRODUCT. */
    static void check(ItemBody item, String owner, String sku) {
        Violations violations = new Violations()
                .code("sku", sku)
                .same("sku", item.sku(), sku)
                .same("owner", item.owner(), owner)
                .required("name", item.name())
                .text("name", item.name(), Text.NAME)
                .required("tracking", item.tracking())
                .text("unit", item.unit(), LONGEST_UNIT)
                .range("decimals", item.decimals(), 0, 4)
                .measure("weight", item.weight(), LARGEST_MEASURE)
                .range("minShelfLifeDays", item.minShelfLifeDays(), 0, MOST_DAYS)
                .text("temperatureClass", item.temperatureClass(), Text.CODE)
                .measure("lowSupplyThreshold", item.lowSupplyThreshold(), LARGEST_STOCK)
                .measure("reorderPoint", item.reorderPoint(), LARGEST_STOCK)
                .measure("unitValue", item.unitValue(), LARGEST_STOCK);
        policy(violations, item);
        pattern(violations, item.lotNumberPattern());
        dimensions(violations, item.dimensions());
        barcodes(violations, item);
        parts(violations, item, sku);
        violations.refuse();
        if (item.lots() && item.customerReturns() == Item.ReturnAction.RESTOCK) {
            throw Refusal.of(
                    RefusalCode.RESTOCK_NOT_SUPPORTED_FOR_LOT_PRODUCT, Map.of("sku", sku, "field", "customerReturns"));
        }
    }

    /** Eight, 12, 13 or 14 digits are a GTIN and kept as 14; anything else is kept as it is. Null = a wrong GTIN. */
    static @Nullable String kept(String code) {
        boolean gtin = CheckDigit.isDigits(code, 0, code.length())
                && (code.length() == 8 || code.length() >= 12 && code.length() <= 14);
        if (!gtin) {
            return code;
        }
        Gtin number = Gtin.parse(code);
        return number == null ? null : number.digits();
    }

    /** Code as it is kept, to units per scan. Only after {@link #check}. */
    static Map<String, BigDecimal> kept(List<ItemBody.Barcode> barcodes) {
        Map<String, BigDecimal> kept = new LinkedHashMap<>();
        for (ItemBody.Barcode barcode : barcodes) {
            String code = requireNonNull(kept(requireNonNull(barcode.code())));
            kept.put(code, requireNonNullElse(barcode.quantity(), BigDecimal.ONE));
        }
        return kept;
    }

    private static void policy(Violations violations, ItemBody item) {
        boolean tracked = Boolean.TRUE.equals(item.tracking());
        if (item.lots() && !tracked) {
            violations.add("lotTracked", "needs tracking");
        }
        if (item.type() != null && !tracked) {
            violations.add("type", "needs tracking");
        }
        if (item.rtsBackup() == Item.ReturnAction.RESTOCK) {
            violations.add("rtsBackup", "must be QUARANTINE or DISPOSE");
        }
    }

    private static void pattern(Violations violations, @Nullable String pattern) {
        violations.text("lotNumberPattern", pattern, LONGEST_PATTERN);
        if (pattern == null || pattern.length() > LONGEST_PATTERN) {
            return;
        }
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException wrong) {
            violations.add("lotNumberPattern", "is not an RE2 expression: " + wrong.getDescription());
        }
    }

    private static void dimensions(Violations violations, ItemBody.@Nullable Dimensions dimensions) {
        if (dimensions != null) {
            violations
                    .required("dimensions.length", dimensions.length())
                    .measure("dimensions.length", dimensions.length(), LARGEST_MEASURE)
                    .required("dimensions.width", dimensions.width())
                    .measure("dimensions.width", dimensions.width(), LARGEST_MEASURE)
                    .required("dimensions.height", dimensions.height())
                    .measure("dimensions.height", dimensions.height(), LARGEST_MEASURE)
                    .required("dimensions.unit", dimensions.unit());
        }
    }

    private static void barcodes(Violations violations, ItemBody item) {
        List<ItemBody.Barcode> barcodes = item.barcodeList();
        if (barcodes.size() > MOST_CODES) {
            violations.add("barcodes", "must be at most " + MOST_CODES);
            return;
        }
        Set<String> seen = new HashSet<>();
        for (int n = 0; n < barcodes.size(); n++) {
            String at = "barcodes[" + n + "]";
            ItemBody.Barcode barcode = barcodes.get(n);
            if (barcode == null) {
                violations.add(at, "is required");
                continue;
            }
            if (barcode.quantity() != null) {
                violations.quantity(at + ".quantity", barcode.quantity(), item.places());
            }
            violations.code(at + ".code", barcode.code());
            if (barcode.code() == null
                    || !Text.problem(barcode.code(), Text.CODE).isEmpty()) {
                continue;
            }
            String kept = kept(barcode.code());
            if (kept == null) {
                violations.add(at + ".code", "has a wrong check digit");
            } else if (!seen.add(kept)) {
                violations.add(at + ".code", "is there twice");
            }
        }
    }

    private static void parts(Violations violations, ItemBody item, String sku) {
        List<ItemBody.Part> parts = item.parts();
        if (parts.size() > MOST_CODES) {
            violations.add("components", "must be at most " + MOST_CODES);
            return;
        }
        Set<String> seen = new HashSet<>();
        for (int n = 0; n < parts.size(); n++) {
            String at = "components[" + n + "]";
            ItemBody.Part part = parts.get(n);
            if (part == null) {
                violations.add(at, "is required");
                continue;
            }
            violations.code(at + ".sku", part.sku()).quantity(at + ".quantity", part.quantity(), 4);
            if (sku.equals(part.sku())) {
                violations.add(at + ".sku", "is the kit itself");
            } else if (part.sku() != null && !seen.add(part.sku())) {
                violations.add(at + ".sku", "is there twice");
            }
        }
    }
}
