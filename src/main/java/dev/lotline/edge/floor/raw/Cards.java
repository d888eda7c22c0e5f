package dev.lotline.edge.floor.raw;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lotline.edge.floor.resolve.ResolverSql.Hit;
import dev.lotline.gs1.own.CommandCode;
import dev.lotline.gs1.scan.OwnCode;
import dev.lotline.gs1.scan.ScanMeaning;
import dev.lotline.stock.ledger.Verdict;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Command cards. A card never gives a right: what it asks for is judged as from any other device. Pure. */
final class Cards {
    /** What is armed by the card of that name: a label of the next thing. */
    static final String PRINT = "PRINT";

    private static final Map<String, String> ARMS =
            Map.of("QUARANTINE", "HOLD", "RELEASE", "UNHOLD", "DAMAGED", "DAMAGE", PRINT, PRINT);

    private Cards() {}

    /** @param tasks open pick tasks of the open order, in walking order, those skipped last */
    static Step step(String card, Context open, List<JsonObject> tasks) {
        CommandCode command = CommandCode.parse(card);
        if (command != null && command.quantity() != null) {
            BigDecimal units = BigDecimal.valueOf(command.quantity());
            return told("QUANTITY_SET", Map.of("quantity", units), open.counting(units));
        }
        String armed = ARMS.get(card);
        if (armed != null) {
            return told("ARMED", Map.of("operation", armed), open.armed(armed));
        }
        return switch (card) {
            case "HOME" -> told("NOTHING_IS_OPEN", Map.of(), open.ended().at(null));
            case "END" -> told("NOTHING_IS_OPEN", Map.of(), open.ended());
            case "HELP" -> told("WHAT_IS_OPEN", opened(open), open);
            case "UNDO" -> undo(open);
            case "CONFIRM" -> confirm(open);
            case "SKIP" -> skip(open, tasks);
            case "SHORT" -> shortage(open, tasks);
            case "FULL" -> full(open);
            // a number that nobody has yet: it is a plate as soon as something is put on it
            case "NEWLPN" -> labels("LPN", Map.of(), open);
            default -> withoutUse(card, open);
        };
    }

    private static Step undo(Context open) {
        if (open.undo().isEmpty()) {
            return new Step.Told(Verdict.REFUSED, "NOTHING_TO_UNDO", Map.of(), open);
        }
        ObjectNode event = event("UNDO");
        event.put("of", open.undo().get(0));
        return new Step.Event(event, open.undone());
    }

    /** The same event again, with the question answered. */
    private static Step confirm(Context open) {
        Context.Question question = open.question();
        if (question == null) {
            return withoutUse("CONFIRM", open);
        }
        ObjectNode event = question.event().deepCopy();
        event.putArray("confirmed").add(question.code());
        return new Step.Event(event, open.waiting(null, null));
    }

    private static Step skip(Context open, List<JsonObject> tasks) {
        if (open.lifted() != null) {
            return told("WHAT_IS_OPEN", opened(open.lifting(null)), open.lifting(null));
        }
        if (tasks.isEmpty()) {
            return withoutUse("SKIP", open);
        }
        Context next = open.skipping(tasks.get(0).getLong("task"));
        return told("SKIPPED", next(tasks.size() > 1 ? tasks.get(1) : tasks.get(0)), next);
    }

    /** The units of a card that are missing of the task one stands at; all of it without a card. */
    private static Step shortage(Context open, List<JsonObject> tasks) {
        if (tasks.isEmpty()) {
            return withoutUse("SHORT", open);
        }
        JsonObject task = tasks.stream()
                .filter(each -> each.getString("location").equals(open.location()))
                .findFirst()
                .orElse(tasks.get(0));
        ObjectNode event = event("SHORT");
        event.put("task", task.getLong("task")).put("reason", "SHORT");
        BigDecimal missing =
                open.quantity() == null ? new BigDecimal(String.valueOf(task.getValue("quantity"))) : open.quantity();
        event.put("quantity", missing);
        return new Step.Event(event, open);
    }

    /** The tote is taken away; the next pick goes nowhere until another one is scanned. */
    private static Step full(Context open) {
        return open.tote() == null
                ? withoutUse("FULL", open)
                : told("TOTE_FULL", Map.of("tote", open.tote()), open.into(null));
    }

    /** A printer takes the labels of this device from now on; a badge has no use here. */
    static Step unbooked(OwnCode own, Context open) {
        return own.kind() == OwnCode.Kind.PRINTER
                ? new Step.NamedPrinter(own.code(), open)
                : withoutUse(own.prefix() + own.code(), open);
    }

    /** Of whatever was scanned behind the card PRINT. */
    static Step labels(Hit hit, ScanMeaning meaning, @Nullable String plate, Context open) {
        return switch (hit.kind()) {
            case "LOCATION", "TOTE" -> labels(hit.kind(), Map.of("location", "" + hit.location()), open);
            case "PLATE" ->
                labels(meaning.sscc() == null ? "LPN" : "PALLET", Map.of("lpn", "" + plate), open.counting(null));
            case "RECEIVING_ORDER", "ORDER", "CARTON" -> withoutUse(PRINT, open);
            default ->
                labels(
                        "ITEM_LOT",
                        new ObjectFacts()
                                .put("owner", hit.owner())
                                .put("sku", hit.sku())
                                .put("lotNumber", hit.lotNumber() == null ? meaning.lot() : hit.lotNumber())
                                .map(),
                        open);
        };
    }

    /** As many as the card before said, else one. */
    static Step labels(String kind, Map<String, Object> subject, Context open) {
        int quantity = open.quantity() == null ? 1 : open.quantity().intValue();
        return new Step.Labels(kind, subject, quantity, open.booked(null));
    }

    static Step withoutUse(String card, Context open) {
        return new Step.Told(Verdict.REFUSED, "CARD_WITHOUT_USE", Map.of("card", card), open);
    }

    static Step told(String code, Map<String, Object> facts, Context next) {
        return new Step.Told(Verdict.OK, code, facts, next);
    }

    static ObjectNode event(String operation) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("operation", operation);
        return event;
    }

    static Map<String, Object> next(@Nullable JsonObject task) {
        return task == null ? Map.of() : Map.of("next", task.getMap());
    }

    /** What is open, for the sentence of HELP. */
    private static Map<String, Object> opened(Context open) {
        ObjectFacts facts = new ObjectFacts();
        facts.put(
                "document",
                open.receivingOrder() != null ? open.receivingOrder().reference() : null);
        facts.put("order", open.order() != null ? open.order().reference() : null);
        facts.put("location", open.location());
        facts.put("quantity", open.quantity());
        facts.put("armed", open.armed());
        return facts.map();
    }
}
