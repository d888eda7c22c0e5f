package dev.lotline.edge.floor;

import dev.lotline.kernel.FieldCheck;
import dev.lotline.kernel.Quantity;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.Refusal.Violation;
import dev.lotline.kernel.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What an event must carry for its operation, and what no text may contain. Pure. */
final class EventRules {
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
            "UNDO", List.of("of"),
            "HOLD", List.of("scope"),
            "UNHOLD", List.of("scope"));

    private EventRules() {}

    /** True for an operation of the floor. */
    static boolean knows(@Nullable String operation) {
        return REQUIRED.containsKey(String.valueOf(operation));
    }

    /** Refuses with VALIDATION_FAILED that names every wrong field. */
    static void check(ScanEvent event) {
        List<Violation> wrong = new ArrayList<>();
        required(wrong, event);
        if (event.scope() != null) {
            scope(wrong, event, event.scope());
        }
        text(wrong, "owner", event.owner(), Text.CODE);
        text(wrong, "sku", event.sku(), Text.CODE);
        text(wrong, "lotNumber", event.lotNumber(), Text.CODE);
        text(wrong, "location", event.location(), Text.CODE);
        text(wrong, "from", event.from(), Text.CODE);
        text(wrong, "tote", event.tote(), Text.CODE);
        text(wrong, "reason", event.reason(), MAX_REASON);
        date(wrong, "expirationDate", event.expirationDate());
        date(wrong, "originationDate", event.originationDate());
        if (event.receivingOrder() != null) {
            if (event.owner() != null
                    && !event.owner().equals(event.receivingOrder().owner())) {
                wrong.add(new Violation("owner", "must be the owner of the receiving order"));
            }
            text(wrong, "receivingOrder.owner", event.receivingOrder().owner(), Text.CODE);
            text(wrong, "receivingOrder.reference", event.receivingOrder().reference(), Text.CODE);
        }
        if (event.quantity() != null) {
            String problem = Quantity.problem(event.quantity(), Quantity.MAX_DECIMALS);
            if (!problem.isEmpty()) {
                wrong.add(new Violation("quantity", problem));
            }
        }
        if (event.barcodes() != null
                && (event.barcodes().isEmpty()
                        || event.barcodes().size() > MAX_SYMBOLS
                        || event.barcodes().stream().anyMatch(Objects::isNull))) {
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

    /** What is held or let go: a lot is named by its goods, a place by its code. */
    private static void scope(List<Violation> wrong, ScanEvent event, String scope) {
        switch (scope) {
            case "lot" -> {
                if (missing(event, GOODS)) {
                    wrong.add(new Violation("barcode", "is required for scope lot"));
                }
            }
            case "location" -> {
                if (missing(event, "location")) {
                    wrong.add(new Violation("location", "is required for scope location"));
                }
            }
            case "lpn" -> wrong.add(new Violation("scope", "must be lot or location: a license plate can't be held"));
            default -> wrong.add(new Violation("scope", "must be lot or location"));
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
            case "scope" -> event.scope() == null;
            default ->
                event.barcode() == null && event.barcodes() == null && event.sku() == null && event.lotNumber() == null;
        };
    }

    private static void text(List<Violation> wrong, String field, @Nullable String text, int max) {
        String problem = text == null ? "" : Text.problem(text, max);
        if (!problem.isEmpty()) {
            wrong.add(new Violation(field, problem));
        }
    }

    private static void date(List<Violation> wrong, String field, @Nullable LocalDate date) {
        String problem = date == null ? "" : FieldCheck.dateProblem(date);
        if (!problem.isEmpty()) {
            wrong.add(new Violation(field, problem));
        }
    }
}
