package dev.lotline.edge.floor.raw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lotline.edge.floor.EventReader;
import dev.lotline.edge.floor.Floor;
import dev.lotline.edge.floor.ScanReply;
import dev.lotline.edge.floor.raw.Context.Partial;
import dev.lotline.edge.floor.raw.Context.Question;
import dev.lotline.edge.floor.resolve.Barcode;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.stock.ledger.Verdict;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** The event of a raw scan goes in by the door of all events; what is open afterwards follows from the answer. */
@Singleton
class Booking {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final EventReader reader;
    private final Floor floor;

    Booking(EventReader reader, Floor floor) {
        this.reader = reader;
        this.floor = floor;
    }

    Uni<ScanReply> book(JsonNode event, Actor actor, String language) {
        JsonNode events = JsonNodeFactory.instance.arrayNode().add(event);
        return floor.take(reader.read(events, actor, language).get(0), actor);
    }

    /** Refused: as before, but for what the operator can still add to it. Booked: what was for one scan is used up. */
    static Context after(Context before, Context next, JsonNode event, ScanReply reply, long millis) {
        boolean undo = event.path("operation").asText().equals("UNDO");
        if (reply.verdict() != Verdict.REFUSED) {
            return undo
                    ? next
                    : next.booked(reply.undo() == null ? null : reply.undo().toString());
        }
        if (undo && reply.code().equals(RefusalCode.UNDO_TOO_LATE.name())) {
            // what is older may depend on it; it is for a supervisor now
            return next;
        }
        if (reply.code().equals(RefusalCode.SUSPECT_MISSING_GS.name())) {
            return before.waiting(null, new Question(event, reply.code()));
        }
        boolean halfALabel = reply.code().equals(RefusalCode.LOT_OR_EXPIRY_REQUIRED.name()) && event.has("barcode");
        return before.waiting(
                halfALabel ? new Partial(JSON.convertValue(event.path("barcode"), Barcode.class), millis) : null, null);
    }
}
