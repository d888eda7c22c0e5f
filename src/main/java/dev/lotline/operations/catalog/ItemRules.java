package dev.lotline.operations.catalog;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.lotline.gs1.CheckDigit;
import dev.lotline.gs1.Gtin;
import dev.lotline.kernel.FieldCheck;
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
    private static final String SAME = "must be the same as in the address";
    private static final int LONGEST_UNIT = 16;
    private static final int LONGEST_PATTERN = 200;
    private static final int MOST_DAYS = 36_500;
    private static final int MOST_CODES = 200;

    private ItemRules() {}

    /** Ends with VALIDATION_FAILED naming every wrong field, RESTOCK_NOT_SUPPORTED_FOR_LOT_PRODUCT. */
    static void check(ItemBody item, String owner, String sku) {
        FieldCheck check = new FieldCheck()
                .code("sku", sku)
                .that(item.sku() == null || item.sku().equals(sku), "sku", SAME)
                .that(item.owner() == null || item.owner().equals(owner), "owner", SAME)
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
        policy(check, item);
        pattern(check, item.lotNumberPattern());
        dimensions(check, item.dimensions());
        barcodes(check, item);
        parts(check, item, sku);
        check.done();
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

    private static void policy(FieldCheck check, ItemBody item) {
        boolean tracked = Boolean.TRUE.equals(item.tracking());
        if (item.lots() && !tracked) {
            check.wrong("lotTracked", "needs tracking");
        }
        if (item.type() != null && !tracked) {
            check.wrong("type", "needs tracking");
        }
        if (item.rtsBackup() == Item.ReturnAction.RESTOCK) {
            check.wrong("rtsBackup", "must be QUARANTINE or DISPOSE");
        }
    }

    private static void pattern(FieldCheck check, @Nullable String pattern) {
        check.text("lotNumberPattern", pattern, LONGEST_PATTERN);
        if (pattern == null || pattern.length() > LONGEST_PATTERN) {
            return;
        }
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException wrong) {
            check.wrong("lotNumberPattern", "is not an RE2 expression: " + wrong.getDescription());
        }
    }

    private static void dimensions(FieldCheck check, ItemBody.@Nullable Dimensions dimensions) {
        if (dimensions != null) {
            check.required("dimensions.length", dimensions.length())
                    .measure("dimensions.length", dimensions.length(), LARGEST_MEASURE)
                    .required("dimensions.width", dimensions.width())
                    .measure("dimensions.width", dimensions.width(), LARGEST_MEASURE)
                    .required("dimensions.height", dimensions.height())
                    .measure("dimensions.height", dimensions.height(), LARGEST_MEASURE)
                    .required("dimensions.unit", dimensions.unit());
        }
    }

    private static void barcodes(FieldCheck check, ItemBody item) {
        List<ItemBody.Barcode> barcodes = item.barcodeList();
        if (barcodes.size() > MOST_CODES) {
            check.wrong("barcodes", "must be at most " + MOST_CODES);
            return;
        }
        Set<String> seen = new HashSet<>();
        for (int n = 0; n < barcodes.size(); n++) {
            String at = "barcodes[" + n + "]";
            ItemBody.Barcode barcode = barcodes.get(n);
            if (barcode == null) {
                check.wrong(at, "is required");
                continue;
            }
            if (barcode.quantity() != null) {
                check.units(at + ".quantity", barcode.quantity(), item.places());
            }
            check.code(at + ".code", barcode.code());
            if (barcode.code() == null
                    || !Text.problem(barcode.code(), Text.CODE).isEmpty()) {
                continue;
            }
            String kept = kept(barcode.code());
            if (kept == null) {
                check.wrong(at + ".code", "has a wrong check digit");
            } else if (!seen.add(kept)) {
                check.wrong(at + ".code", "is there twice");
            }
        }
    }

    private static void parts(FieldCheck check, ItemBody item, String sku) {
        List<ItemBody.Part> parts = item.parts();
        if (parts.size() > MOST_CODES) {
            check.wrong("components", "must be at most " + MOST_CODES);
            return;
        }
        Set<String> seen = new HashSet<>();
        for (int n = 0; n < parts.size(); n++) {
            String at = "components[" + n + "]";
            ItemBody.Part part = parts.get(n);
            if (part == null) {
                check.wrong(at, "is required");
                continue;
            }
            check.code(at + ".sku", part.sku()).units(at + ".quantity", part.quantity(), 4);
            if (sku.equals(part.sku())) {
                check.wrong(at + ".sku", "is the kit itself");
            } else if (part.sku() != null && !seen.add(part.sku())) {
                check.wrong(at + ".sku", "is there twice");
            }
        }
    }
}
