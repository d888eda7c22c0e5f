package dev.lotline.edge.floor;

import dev.lotline.kernel.Quantity;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.Refusal.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What an event must carry for its operation, and what no text may contain. Pure. */
final class EventRules {
    private static final int MAX_CODE = 64;
    private static final int MAX_REASON = 200;
    private static final int MAX_SYMBOLS = 8;
    private static final String GOODS = "goods";

    private static final Map<String, List<String>> REQUIRED = Map.of(
            "RECEIVE", List.of("receivingOrder", "location", GOODS),
            "STOW", List.of("receivingOrder", "location", GOODS),
            "MOVE", List.of("from", "location", GOODS),
            "PICK", List.of("task"),
            "SHORT", List.of("task"),
            "UNPICK", List.of("task"),
            "UNDO", List.of("of"));

    private EventRules() {}

    /** Refuses with VALIDATION_FAILED that names every wrong field. */
    static void check(ScanEvent event) {
        List<Violation> wrong = new ArrayList<>();
        required(wrong, event);
        text(wrong, "owner", event.owner(), MAX_CODE);
        text(wrong, "sku", event.sku(), MAX_CODE);
        text(wrong, "lotNumber", event.lotNumber(), MAX_CODE);
        text(wrong, "location", event.location(), MAX_CODE);
        text(wrong, "from", event.from(), MAX_CODE);
        text(wrong, "tote", event.tote(), MAX_CODE);
        text(wrong, "reason", event.reason(), MAX_REASON);
        if (event.receivingOrder() != null) {
            text(wrong, "receivingOrder.owner", event.receivingOrder().owner(), MAX_CODE);
            text(wrong, "receivingOrder.reference", event.receivingOrder().reference(), MAX_CODE);
        }
        if (event.quantity() != null) {
            String problem = Quantity.problem(event.quantity(), Quantity.MAX_DECIMALS);
            if (!problem.isEmpty()) {
                wrong.add(new Violation("quantity", problem));
            }
        }
        if (event.barcodes() != null
                && (event.barcodes().isEmpty() || event.barcodes().size() > MAX_SYMBOLS)) {
            wrong.add(new Violation("barcodes", "must hold 1 to " + MAX_SYMBOLS + " symbols"));
        }
        if (!wrong.isEmpty()) {
            throw Refusal.invalid(wrong);
        }
    }

    private static void required(List<Violation> wrong, ScanEvent event) {
        List<String> fields = REQUIRED.get(String.valueOf(event.operation()));
        if (fields == null) {
            String known = String.join(", ", new TreeSet<>(REQUIRED.keySet()));
            wrong.add(new Violation("operation", "must be one of " + known));
            return;
        }
        for (String field : fields) {
            if (missing(event, field)) {
                String name = field.equals(GOODS) ? "barcode" : field;
                wrong.add(new Violation(name, "is required for " + event.operation()));
            }
        }
    }

    private static boolean missing(ScanEvent event, String field) {
        return switch (field) {
            case "receivingOrder" ->
                event.receivingOrder() == null
                        || event.receivingOrder().owner() == null
                        || event.receivingOrder().reference() == null;
            case "location" -> event.location() == null;
            case "from" -> event.from() == null;
            case "task" -> event.task() == null;
            case "of" -> event.of() == null;
            default ->
                event.barcode() == null && event.barcodes() == null && event.sku() == null && event.lotNumber() == null;
        };
    }

    private static void text(List<Violation> wrong, String field, @Nullable String text, int max) {
        if (text == null) {
            return;
        }
        if (text.isBlank() || text.length() > max) {
            wrong.add(new Violation(field, "must have 1 to " + max + " characters"));
        } else if (text.codePoints().anyMatch(EventRules::forbidden)) {
            wrong.add(new Violation(field, "must not contain control or direction characters"));
        }
    }

    /** Controls, direction marks and unpaired surrogates: nothing a person could see or a label could carry. */
    private static boolean forbidden(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
    }
}
