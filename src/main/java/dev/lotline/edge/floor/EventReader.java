package dev.lotline.edge.floor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.CanonicalJson;
import dev.lotline.kernel.Refusal;
import dev.lotline.stock.ledger.Envelope;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** From JSON to events. What is not an event at all refuses the whole request, before anything is booked. */
@Singleton
public class EventReader {
    private static final int MAX_EVENTS = 500;
    private static final int MAX_EVENT_CHARACTERS = 65_536;

    /** A device with an empty battery may be decades off; beyond these there is no calendar. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 9998;

    /** An event and its envelope. */
    public record Incoming(ScanEvent event, Envelope envelope) {}

    private final ObjectMapper json;

    EventReader(ObjectMapper json) {
        this.json = json;
    }

    public List<Incoming> read(JsonNode body, Actor actor, String language) {
        if (body == null || !body.isArray()) {
            throw Refusal.invalid("body", "must be an array of events");
        }
        if (body.isEmpty() || body.size() > MAX_EVENTS) {
            throw Refusal.invalid("body", "must hold 1 to " + MAX_EVENTS + " events");
        }
        List<Incoming> events = new ArrayList<>(body.size());
        List<Refusal.Violation> violations = new ArrayList<>();
        for (int n = 0; n < body.size(); n++) {
            try {
                events.add(one(body.get(n), "[" + n + "]", actor, language));
            } catch (Refusal refusal) {
                violations.addAll(refusal.violations());
            }
        }
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        return events;
    }

    private Incoming one(JsonNode node, String place, Actor actor, String language) {
        if (!node.isObject()) {
            throw Refusal.invalid(place, "must be an event object");
        }
        String payload = node.toString();
        if (payload.length() > MAX_EVENT_CHARACTERS) {
            throw Refusal.invalid(place, "must be at most " + MAX_EVENT_CHARACTERS + " characters");
        }
        ScanEvent event = event(node, place);
        UUID id = event.id();
        if (id == null) {
            throw Refusal.invalid(place + ".id", "is required: a UUID made by the device");
        }
        if (event.at() != null
                && (event.at().getYear() < FIRST_YEAR || event.at().getYear() > LAST_YEAR)) {
            throw Refusal.invalid(place + ".at", "must lie between the years " + FIRST_YEAR + " and " + LAST_YEAR);
        }
        String effect = effect((ObjectNode) node);
        Envelope envelope = new Envelope(
                id,
                actor.device(),
                event.seq(),
                hash(effect + event.seq()),
                hash(effect),
                payload,
                actor.name(),
                language,
                event.at());
        return new Incoming(event, envelope);
    }

    /** What the event says, whatever its number and its id. */
    private static String effect(ObjectNode node) {
        ObjectNode rest = JsonNodeFactory.instance.objectNode();
        rest.setAll(node);
        rest.remove(Set.of("id", "seq"));
        return CanonicalJson.text(rest);
    }

    private static String hash(String text) {
        return HexFormat.of().formatHex(CanonicalJson.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private ScanEvent event(JsonNode node, String place) {
        try {
            return json.treeToValue(node, ScanEvent.class);
        } catch (UnrecognizedPropertyException e) {
            throw Refusal.invalid(place + path(e), "is not a field of an event");
        } catch (JsonMappingException e) {
            throw Refusal.invalid(place + path(e), "has the wrong type or is not a valid value");
        } catch (JsonProcessingException e) {
            throw Refusal.invalid(place, "is not an event");
        }
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        e.getPath()
                .forEach(step -> path.append(
                        step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName()));
        return path.toString();
    }
}
