package dev.lotline.edge.floor.raw;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lotline.edge.floor.raw.Context.Lifted;
import dev.lotline.edge.floor.resolve.Barcode;
import dev.lotline.edge.floor.resolve.BarcodeResolver.Resolution;
import dev.lotline.edge.floor.resolve.DocumentReference;
import dev.lotline.edge.floor.resolve.ResolverSql.Hit;
import dev.lotline.gs1.scan.Outcome;
import dev.lotline.gs1.scan.OwnCode;
import dev.lotline.gs1.scan.Reading;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.stock.ledger.Verdict;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a scan means on a device where this is open. Pure: everything it needs to know is given. */
final class ScanRules {
    private static final long LABEL_WINDOW_MILLIS = 8_000;
    private static final Set<String> HOLDS = Set.of("HOLD", "UNHOLD");
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param home where the device stands
     * @param tasks open pick tasks of the open order, or of the order that was scanned
     * @param millis when it was scanned
     */
    record Scanned(
            Barcode barcode,
            Reading reading,
            Resolution resolution,
            @Nullable String home,
            List<JsonObject> tasks,
            long millis) {}

    private final Context open;
    private final Scanned scan;

    ScanRules(Context open, Scanned scan) {
        this.open = open;
        this.scan = scan;
    }

    Step step() {
        if (scan.reading().outcome() == Outcome.REJECT
                && scan.resolution().suspicions().isEmpty()) {
            return unreadable();
        }
        OwnCode own = scan.reading().meaning().own();
        Hit hit = scan.resolution().hit();
        if (own != null && own.kind() == OwnCode.Kind.COMMAND) {
            return Cards.step(own.code(), open, waiting());
        }
        if (own != null && own.kind() == OwnCode.Kind.TEST) {
            return Cards.told("TEST_SCAN", Map.of(), open);
        }
        if (own != null && hit == null && (own.kind() == OwnCode.Kind.BADGE || own.kind() == OwnCode.Kind.PRINTER)) {
            return Cards.unbooked(own, open);
        }
        if (hit == null) {
            boolean awaited = open.receivingOrder() != null || open.order() != null || open.armed() != null;
            return awaited && !Cards.PRINT.equals(open.armed()) ? goods(null) : unresolved();
        }
        if (Cards.PRINT.equals(open.armed())) {
            return Cards.labels(hit, scan.reading().meaning(), plateCode(), open);
        }
        return switch (hit.kind()) {
            case "LOCATION" -> place(Objects.requireNonNull(hit.location()));
            case "TOTE" -> Cards.told("TOTE_SET", Map.of("tote", "" + hit.location()), open.into("" + hit.location()));
            case "RECEIVING_ORDER" -> Cards.told("DOCUMENT_OPEN", facts(hit), open.receiving(document(hit)));
            case "ORDER" ->
                Cards.told(
                        scan.tasks().isEmpty() ? "NOTHING_LEFT_TO_PICK" : "DOCUMENT_OPEN",
                        with(facts(hit), scan.tasks()),
                        open.picking(document(hit)));
            case "CARTON", "PLATE" -> plate(hit);
            default -> goods(hit);
        };
    }

    private Step unreadable() {
        String issue = scan.reading().issues().stream()
                .filter(each -> each.rejects())
                .map(each -> each.code().name())
                .findFirst()
                .orElse("");
        return refused(
                RefusalCode.BARCODE_UNREADABLE,
                Map.of("issue", issue, "barcode", scan.reading().canonical()));
    }

    private Step unresolved() {
        String code = Objects.requireNonNullElse(scan.resolution().code(), RefusalCode.UNKNOWN_BARCODE.name());
        return refused(
                RefusalCode.valueOf(code), Map.of("barcode", scan.reading().canonical()));
    }

    private Step place(String location) {
        String armed = open.armed();
        if (armed != null && HOLDS.contains(armed)) {
            ObjectNode event = Cards.event(armed);
            event.put("scope", "location").put("location", location);
            return new Step.Event(event, open);
        }
        Lifted lifted = open.lifted();
        if (lifted == null) {
            return Cards.told("LOCATION_SET", Map.of("location", location), open.at(location));
        }
        ObjectNode event = Cards.event(lifted.operation());
        event.put("location", location);
        if (lifted.plate() != null) {
            event.put("lpn", lifted.plate());
        } else {
            event.put("from", lifted.from());
            event.set("barcode", JSON.valueToTree(lifted.barcode()));
            event.put("quantity", lifted.quantity());
        }
        return new Step.Event(event, open.lifting(null).at(location));
    }

    private Step plate(Hit hit) {
        String code = Objects.requireNonNull(plateCode());
        String armed = open.armed();
        if (armed != null && HOLDS.contains(armed)) {
            ObjectNode event = Cards.event(armed);
            event.put("scope", "lpn").put("lpn", code);
            return new Step.Event(event, open);
        }
        if (hit.kind().equals("CARTON")) {
            String place = here();
            if (place == null) {
                return nothingOpen(code);
            }
            ObjectNode event = Cards.event("RECEIVE");
            event.put("lpn", code).put("location", place);
            event.set("receivingOrder", JSON.valueToTree(document(hit)));
            return new Step.Event(event, open.receiving(document(hit)));
        }
        if (open.order() != null) {
            return pick(null, code);
        }
        boolean cameIn = hit.contents() != null
                && hit.contents().stream()
                        .allMatch(row -> row instanceof Map<?, ?> goods && "RECEIVED".equals(goods.get("state")));
        Lifted lifted = new Lifted(
                null, code, null, null, cameIn ? "STOW" : "MOVE", scan.reading().canonical());
        return Cards.told("LIFTED", Map.of("plate", code), open.lifting(lifted));
    }

    private Step goods(@Nullable Hit hit) {
        String armed = open.armed();
        if (armed != null) {
            ObjectNode event = Cards.event(armed);
            barcode(event);
            if ("DAMAGE".equals(armed)) {
                event.put("location", here()).put("reason", "DAMAGED").put("quantity", open.quantity());
            } else {
                event.put("scope", "lot");
            }
            return new Step.Event(event, open);
        }
        if (open.order() != null) {
            return pick(hit, null);
        }
        if (open.receivingOrder() != null) {
            String place = here();
            if (place == null) {
                return nothingOpen(scan.reading().canonical());
            }
            ObjectNode event = Cards.event("RECEIVE");
            event.set("receivingOrder", JSON.valueToTree(open.receivingOrder()));
            event.put("location", place).put("quantity", open.quantity());
            barcode(event);
            return new Step.Event(event, open);
        }
        return open.location() == null || hit == null ? nothingOpen(name(hit)) : lift(hit, open.location());
    }

    /** A thing behind a place: it is carried, and counted up, until the next place. */
    private Step lift(Hit hit, String from) {
        Lifted before = open.lifted();
        String canonical = scan.reading().canonical();
        BigDecimal units =
                open.quantity() != null ? open.quantity() : Objects.requireNonNullElse(hit.quantity(), BigDecimal.ONE);
        if (before != null && !before.canonical().equals(canonical)) {
            return new Step.Told(Verdict.REFUSED, RefusalCode.WRONG_ITEM.name(), Map.of("scanned", name(hit)), open);
        }
        BigDecimal all = before == null ? units : units.add(Objects.requireNonNull(before.quantity()));
        Lifted lifted = new Lifted(scan.barcode(), null, from, all, "MOVE", canonical);
        return Cards.told(
                "LIFTED",
                new ObjectFacts()
                        .put("sku", hit.sku())
                        .put("lot", hit.lotNumber())
                        .put("quantity", all)
                        .put("location", from)
                        .map(),
                open.lifting(lifted));
    }

    private Step pick(@Nullable Hit hit, @Nullable String plate) {
        List<JsonObject> tasks = waiting();
        if (tasks.isEmpty()) {
            return new Step.Told(Verdict.WARN, "NOTHING_LEFT_TO_PICK", facts(hit), open);
        }
        JsonObject task = tasks.stream()
                .filter(each -> hit != null
                        && Objects.equals(each.getString("sku"), hit.sku())
                        && (hit.lotNumber() == null || hit.lotNumber().equals(each.getString("lotNumber")))
                        && (open.location() == null || open.location().equals(each.getString("location"))))
                .findFirst()
                .orElse(tasks.get(0));
        ObjectNode event = Cards.event("PICK");
        event.put("task", task.getLong("task")).put("quantity", open.quantity());
        event.put("location", open.location() == null ? task.getString("location") : open.location());
        event.put("tote", open.tote());
        if (plate == null) {
            barcode(event);
        } else {
            event.put("lpn", plate);
        }
        return new Step.Event(event, open);
    }

    /** The barcode, together with the one before it when that was the other half of the label. */
    private void barcode(ObjectNode event) {
        Context.Partial first = open.partial();
        boolean keyless = scan.reading().meaning().gtin14() == null
                && scan.reading().meaning().contentGtin14() == null
                && scan.reading().meaning().sscc() == null;
        if (first != null && keyless && scan.millis() - first.millis() <= LABEL_WINDOW_MILLIS) {
            event.putArray("barcodes").add(JSON.valueToTree(first.barcode())).add(JSON.valueToTree(scan.barcode()));
        } else {
            event.set("barcode", JSON.valueToTree(scan.barcode()));
        }
    }

    /** Open tasks in walking order, those that were skipped behind the others. */
    private List<JsonObject> waiting() {
        return scan.tasks().stream()
                .sorted((a, b) -> Boolean.compare(skipped(a), skipped(b)))
                .toList();
    }

    private boolean skipped(JsonObject task) {
        return open.skipped().contains(task.getLong("task"));
    }

    private @Nullable String here() {
        return open.location() == null ? scan.home() : open.location();
    }

    private @Nullable String plateCode() {
        OwnCode own = scan.reading().meaning().own();
        return scan.reading().meaning().sscc() != null
                ? scan.reading().meaning().sscc().digits()
                : own == null ? scan.reading().meaning().text() : own.code();
    }

    private Step nothingOpen(String scanned) {
        return refused(RefusalCode.NOTHING_OPEN, Map.of("scanned", scanned));
    }

    private Step refused(RefusalCode code, Map<String, Object> facts) {
        return new Step.Told(Verdict.REFUSED, code.name(), facts, open);
    }

    private String name(@Nullable Hit hit) {
        return hit == null || hit.sku() == null ? scan.reading().canonical() : hit.sku();
    }

    private static DocumentReference document(Hit hit) {
        return new DocumentReference(hit.owner(), hit.document());
    }

    private static Map<String, Object> facts(@Nullable Hit hit) {
        return hit == null
                ? Map.of()
                : new ObjectFacts()
                        .put("owner", hit.owner())
                        .put("reference", hit.document())
                        .put("sku", hit.sku())
                        .map();
    }

    private static Map<String, Object> with(Map<String, Object> facts, List<JsonObject> tasks) {
        if (!tasks.isEmpty()) {
            facts.put("next", tasks.get(0).getMap());
        }
        return facts;
    }
}
