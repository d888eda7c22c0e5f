package dev.lotline.edge.floor;

import dev.lotline.edge.floor.resolve.DocumentReference;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.FieldCheck;
import dev.lotline.kernel.Quantity;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.Refusal.Violation;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Text;
import java.math.BigDecimal;
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

    private static final Map<String, List<String>> REQUIRED = Map.ofEntries(
            Map.entry("RECEIVE", List.of("receivingOrder", "location", GOODS)),
            Map.entry("STOW", List.of("receivingOrder", "location", GOODS)),
            Map.entry("MOVE", List.of("from", "location", GOODS)),
            Map.entry("PICK", List.of("task")),
            Map.entry("SHORT", List.of("task")),
            Map.entry("UNPICK", List.of("task")),
            Map.entry("COUNT", List.of("location", "counted", GOODS)),
            Map.entry("RETURN", List.of("location", "kind", GOODS)),
            Map.entry("DAMAGE", List.of("location", "reason", GOODS)),
            Map.entry("DISPOSE", List.of("location", "reason", GOODS)),
            Map.entry("HOLD", List.of("scope")),
            Map.entry("UNHOLD", List.of("scope")),
            Map.entry("HAND_OVER", List.of()),
            Map.entry("UNDO", List.of("of")));

    private static final List<String> KINDS = List.of("CUSTOMER", "RTS");

    /** What takes more than the right to scan. */
    private static final Map<String, Capability> NEEDED =
            Map.of("DAMAGE", Capability.DAMAGE, "DISPOSE", Capability.DISPOSE);

    private EventRules() {}

    /** True for an operation of the floor. */
    static boolean knows(@Nullable String operation) {
        return REQUIRED.containsKey(String.valueOf(operation));
    }

    /** Refuses with FORBIDDEN what the actor may not do, though it may scan. */
    static void allow(ScanEvent event, Actor actor) {
        Capability needed = NEEDED.get(String.valueOf(event.operation()));
        if (needed != null && !actor.may(needed)) {
            throw Refusal.of(RefusalCode.FORBIDDEN, "operation", String.valueOf(event.operation()));
        }
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
        text(wrong, "lpn", event.lpn(), Text.CODE);
        text(wrong, "tote", event.tote(), Text.CODE);
        text(wrong, "to", event.to(), Text.CODE);
        text(wrong, "reason", event.reason(), MAX_REASON);
        date(wrong, "expirationDate", event.expirationDate());
        date(wrong, "originationDate", event.originationDate());
        if (event.kind() != null && !KINDS.contains(event.kind())) {
            wrong.add(new Violation("kind", "must be one of " + String.join(", ", KINDS)));
        }
        document(wrong, event, "receivingOrder", event.receivingOrder());
        document(wrong, event, "returnOrder", event.returnOrder());
        if ("RETURN".equals(event.operation())) {
            document(wrong, event, "order", event.order());
        }
        numbers(wrong, event);
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

    private static void document(
            List<Violation> wrong, ScanEvent event, String field, @Nullable DocumentReference document) {
        if (document == null) {
            return;
        }
        if (event.owner() != null && !event.owner().equals(document.owner())) {
            wrong.add(new Violation("owner", "must be the owner of the " + field));
        }
        text(wrong, field + ".owner", document.owner(), Text.CODE);
        text(wrong, field + ".reference", document.reference(), Text.CODE);
        if (!field.equals("receivingOrder") && (document.owner() == null || document.reference() == null)) {
            wrong.add(new Violation(field, "needs owner and reference"));
        }
    }

    private static void numbers(List<Violation> wrong, ScanEvent event) {
        units(wrong, "quantity", event.quantity());
        if (event.counted() != null && event.counted().signum() != 0) {
            units(wrong, "counted", event.counted());
        }
        if (event.position() != null && event.position() < 0) {
            wrong.add(new Violation("position", "must not be less than 0"));
        }
    }

    private static void units(List<Violation> wrong, String field, @Nullable BigDecimal units) {
        String problem = units == null ? "" : Quantity.problem(units, Quantity.MAX_DECIMALS);
        if (!problem.isEmpty()) {
            wrong.add(new Violation(field, problem));
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

    /** What is held or let go: a lot is named by its goods, a place or a plate by its code. */
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
            case "lpn" -> {
                if (event.lpn() == null && event.barcode() == null && event.barcodes() == null) {
                    wrong.add(new Violation("lpn", "is required for scope lpn"));
                }
            }
            default -> wrong.add(new Violation("scope", "must be lot, lpn or location"));
        }
    }

    private static boolean missing(ScanEvent event, String field) {
        return switch (field) {
            case "receivingOrder" ->
                // a plate knows its receiving order, and where it stands
                event.receivingOrder() == null && event.lpn() == null
                        || event.receivingOrder() != null
                                && (event.receivingOrder().owner() == null
                                        || event.receivingOrder().reference() == null);
            case "location" -> event.location() == null;
            case "from" -> event.from() == null && event.lpn() == null;
            case "task" -> event.task() == null;
            case "reason" -> event.reason() == null;
            case "kind" -> event.kind() == null && event.returnOrder() == null;
            case "counted" -> event.counted() == null;
            case "of" -> event.of() == null;
            case "scope" -> event.scope() == null;
            default ->
                event.barcode() == null
                        && event.barcodes() == null
                        && event.sku() == null
                        && event.lotNumber() == null
                        && event.lpn() == null
                        // nothing counted and nothing named: the place is empty
                        && (event.counted() == null || event.counted().signum() != 0);
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
