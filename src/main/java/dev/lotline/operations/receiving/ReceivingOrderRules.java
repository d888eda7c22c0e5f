package dev.lotline.operations.receiving;

import static dev.lotline.kernel.RefusalCode.ITEM_INACTIVE;
import static dev.lotline.kernel.RefusalCode.ITEM_NOT_LOT_TRACKED;
import static dev.lotline.kernel.RefusalCode.ITEM_NOT_TRACKED;
import static dev.lotline.kernel.RefusalCode.LOT_OR_EXPIRY_REQUIRED;
import static dev.lotline.kernel.RefusalCode.LOT_SUM_MISMATCH;
import static dev.lotline.kernel.RefusalCode.UNKNOWN_ITEM;

import dev.lotline.gs1.Sscc;
import dev.lotline.kernel.FieldCheck;
import dev.lotline.kernel.Quantity;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What makes a receiving order acceptable, and what state its figures mean. Pure. */
final class ReceivingOrderRules {
    static final int MOST_LINES = 1_000;
    static final int MOST_LOTS = 5_000;
    private static final Set<String> KINDS = new TreeSet<>(Set.of("WRO", "ASN", "RMA", "TRANSFER", "OTHER"));
    private static final int MOST_NOTE = 1_000;

    /**
     * What a receiving order must know of an item.
     *
     * @param active may be announced: its status is ACTIVE and it is not archived
     * @param decimals most decimals its units may have
     */
    record AnnouncedItem(long id, String sku, boolean tracking, boolean lotTracked, boolean active, int decimals) {}

    private ReceivingOrderRules() {}

    /** The body alone: every field that is missing or malformed, at once. Ends with VALIDATION_FAILED. */
    static void shape(NewReceivingOrder order) {
        FieldCheck check = new FieldCheck()
                .code("reference", order.reference())
                .oneOf("kind", order.kind(), KINDS)
                .code("owner", order.owner())
                .code("warehouse", order.warehouse())
                .date("expectedOn", order.expectedOn())
                .that(!order.lines().isEmpty(), "lines", "must have at least one line")
                .that(order.lines().size() <= MOST_LINES, "lines", "must have at most " + MOST_LINES + " lines");
        check.done();
        int lots = 0;
        for (int n = 0; n < order.lines().size(); n++) {
            NewReceivingOrder.@Nullable Line line = order.lines().get(n);
            check.that(line != null, "lines[" + n + "]", "is required");
            if (line != null) {
                shape(check, "lines[" + n + "].", line);
                lots += line.lots().size();
            }
        }
        check.that(lots <= MOST_LOTS, "lines", "must have at most " + MOST_LOTS + " lots altogether");
        cartons(check, order.cartons());
        check.done();
    }

    private static void cartons(FieldCheck check, List<NewReceivingOrder.Carton> cartons) {
        Set<String> seen = new HashSet<>();
        int contents = 0;
        for (int n = 0; n < cartons.size() && contents <= MOST_LOTS; n++) {
            String at = "cartons[" + n + "]";
            NewReceivingOrder.@Nullable Carton carton = cartons.get(n);
            if (carton == null) {
                check.that(false, at, "is required");
                continue;
            }
            boolean sscc = carton.sscc() != null && Sscc.parse(carton.sscc()) != null;
            check.that(sscc, at + ".sscc", "must be 18 digits with a right check digit")
                    .that(!sscc || seen.add(carton.sscc()), at + ".sscc", "is named already")
                    .that(!carton.contents().isEmpty(), at + ".contents", "must have at least one line");
            for (int m = 0; m < carton.contents().size(); m++) {
                String field = at + ".contents[" + m + "]";
                NewReceivingOrder.@Nullable Content content = carton.contents().get(m);
                check.that(content != null, field, "is required");
                if (content != null) {
                    check.code(field + ".sku", content.sku())
                            .optionalCode(field + ".lotNumber", content.lotNumber())
                            .date(field + ".expirationDate", content.expirationDate())
                            .units(field + ".quantity", content.quantity(), Quantity.MAX_DECIMALS);
                }
            }
            contents += carton.contents().size();
        }
        check.that(contents <= MOST_LOTS, "cartons", "must have at most " + MOST_LOTS + " lines altogether");
    }

    private static void shape(FieldCheck check, String at, NewReceivingOrder.Line line) {
        check.code(at + "sku", line.sku())
                .units(at + "quantity", line.quantity(), Quantity.MAX_DECIMALS)
                .optionalCode(at + "purchaseOrder", line.purchaseOrder());
        Set<List<@Nullable Object>> seen = new HashSet<>();
        for (int n = 0; n < line.lots().size(); n++) {
            String field = at + "lots[" + n + "]";
            NewReceivingOrder.@Nullable Lot lot = line.lots().get(n);
            check.that(lot != null, field, "is required");
            if (lot == null) {
                continue;
            }
            check.optionalCode(field + ".lotNumber", lot.lotNumber())
                    .date(field + ".expirationDate", lot.expirationDate())
                    .date(field + ".originationDate", lot.originationDate())
                    .that(bornBeforeExpiry(lot), field + ".originationDate", "must not be after the expirationDate")
                    .units(field + ".quantity", lot.quantity(), Quantity.MAX_DECIMALS);
            boolean named = lot.lotNumber() != null || lot.expirationDate() != null;
            boolean fresh = seen.add(Arrays.asList(lot.lotNumber(), lot.expirationDate()));
            check.that(!named || fresh, field, "names a lot that this line names already");
        }
    }

    private static boolean bornBeforeExpiry(NewReceivingOrder.Lot lot) {
        return lot.originationDate() == null
                || lot.expirationDate() == null
                || !lot.originationDate().isAfter(lot.expirationDate());
    }

    /** The order against its items, line by line. Ends with the refusal of the first line that can't be announced. */
    static void judge(NewReceivingOrder order, Map<String, AnnouncedItem> items) {
        FieldCheck check = new FieldCheck();
        for (int n = 0; n < order.lines().size(); n++) {
            judge(check, n, order.lines().get(n), items);
        }
        check.done();
        judgeCartons(order);
    }

    /** Every line's own refusal, where {@link #judge} ends with the first. */
    static List<Refusal> refusals(NewReceivingOrder order, Map<String, AnnouncedItem> items) {
        List<Refusal> found = new ArrayList<>();
        for (int n = 0; n < order.lines().size(); n++) {
            try {
                FieldCheck check = new FieldCheck();
                judge(check, n, order.lines().get(n), items);
                check.done();
            } catch (Refusal no) {
                found.add(no);
            }
        }
        return found;
    }

    private static void judge(FieldCheck check, int n, NewReceivingOrder.Line line, Map<String, AnnouncedItem> items) {
        String at = "lines[" + n + "]";
        AnnouncedItem item = items.get(line.sku());
        if (item == null) {
            throw refused(UNKNOWN_ITEM, at + ".sku", line.sku());
        }
        if (!item.tracking()) {
            throw refused(ITEM_NOT_TRACKED, at + ".sku", line.sku());
        }
        if (!item.active()) {
            throw refused(ITEM_INACTIVE, at + ".sku", line.sku());
        }
        check.units(at + ".quantity", line.quantity(), item.decimals());
        judgeLots(check, at, line, item);
    }

    /** Cartons hold no more of a lot than its lines announce, and name it as those do. */
    private static void judgeCartons(NewReceivingOrder order) {
        Map<List<@Nullable Object>, BigDecimal> left = new HashMap<>();
        for (NewReceivingOrder.Line line : order.lines()) {
            if (line.lots().isEmpty()) {
                left.merge(Arrays.asList(line.sku(), null, null), line.quantity(), BigDecimal::add);
            }
            line.lots()
                    .forEach(lot -> left.merge(
                            Arrays.asList(line.sku(), lot.lotNumber(), lot.expirationDate()),
                            lot.quantity(),
                            BigDecimal::add));
        }
        for (int n = 0; n < order.cartons().size(); n++) {
            for (NewReceivingOrder.Content content : order.cartons().get(n).contents()) {
                BigDecimal rest = left.merge(
                        Arrays.asList(content.sku(), content.lotNumber(), content.expirationDate()),
                        content.quantity().negate(),
                        BigDecimal::add);
                if (rest.signum() < 0) {
                    throw refused(LOT_SUM_MISMATCH, "cartons[" + n + "].contents", content.sku());
                }
            }
        }
    }

    /** A purchase order that receiving lines point at. */
    record Purchase(boolean closed, Set<String> skus) {}

    /**
     * Lines against the purchase orders they name. One that is not known here yet may be named: its goods can be on their
     * way before it is. Ends with DOCUMENT_CLOSED, or VALIDATION_FAILED when one does not buy the item.
     */
    static void judgePurchases(NewReceivingOrder order, Map<String, Purchase> purchases) {
        FieldCheck check = new FieldCheck();
        for (int n = 0; n < order.lines().size(); n++) {
            NewReceivingOrder.Line line = order.lines().get(n);
            String reference = line.purchaseOrder();
            Purchase purchase = reference == null ? null : purchases.get(reference);
            if (reference == null || purchase == null) {
                continue;
            }
            String field = "lines[" + n + "].purchaseOrder";
            if (purchase.closed()) {
                throw Refusal.of(RefusalCode.DOCUMENT_CLOSED, Map.of("field", field, "reference", reference));
            }
            check.that(purchase.skus().contains(line.sku()), field, "is not for this item");
        }
        check.done();
    }

    private static void judgeLots(FieldCheck check, String at, NewReceivingOrder.Line line, AnnouncedItem item) {
        if (!item.lotTracked()) {
            if (!line.lots().isEmpty()) {
                throw refused(ITEM_NOT_LOT_TRACKED, at + ".lots", line.sku());
            }
            return;
        }
        if (line.lots().isEmpty()) {
            throw refused(LOT_OR_EXPIRY_REQUIRED, at + ".lots", line.sku());
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (int n = 0; n < line.lots().size(); n++) {
            NewReceivingOrder.Lot lot = line.lots().get(n);
            if (lot.lotNumber() == null && lot.expirationDate() == null) {
                throw refused(LOT_OR_EXPIRY_REQUIRED, at + ".lots[" + n + "]", line.sku());
            }
            check.units(at + ".lots[" + n + "].quantity", lot.quantity(), item.decimals());
            sum = sum.add(lot.quantity());
        }
        if (sum.compareTo(line.quantity()) != 0) {
            throw Refusal.of(
                    LOT_SUM_MISMATCH,
                    Map.of(
                            "field",
                            at + ".lots",
                            "sku",
                            line.sku(),
                            "expected",
                            Quantity.plain(line.quantity()),
                            "sum",
                            Quantity.plain(sum)));
        }
    }

    private static Refusal refused(RefusalCode code, String field, String sku) {
        return Refusal.of(code, Map.of("field", field, "sku", Objects.requireNonNull(sku)));
    }

    /**
     * The figures of an order, summed over its lots.
     *
     * @param uncounted units that may still be counted
     */
    record Figures(
            boolean cancelled,
            boolean closed,
            boolean openException,
            BigDecimal uncounted,
            BigDecimal received,
            BigDecimal stowed,
            BigDecimal committed) {}

    /** No state is stored: what an order is follows from how far its units have come. */
    static String state(Figures figures) {
        if (figures.cancelled()) {
            return "CANCELLED";
        }
        boolean counted = figures.closed() || figures.uncounted().signum() == 0;
        if (counted && figures.committed().compareTo(figures.received()) == 0) {
            return "COMPLETE";
        }
        if (figures.openException()) {
            return "EXCEPTION";
        }
        if (figures.stowed().signum() > 0) {
            return "STOWING";
        }
        if (counted) {
            return "RECEIVED";
        }
        return figures.received().signum() > 0 ? "RECEIVING" : "SUBMITTED";
    }
}
