package dev.lotline.edge.floor.raw;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lotline.edge.floor.resolve.Barcode;
import dev.lotline.edge.floor.resolve.BarcodeResolver.Around;
import dev.lotline.edge.floor.resolve.DocumentReference;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is open on a device.
 *
 * @param location the place that was scanned last
 * @param lifted goods or a plate that wait for the place they go to
 * @param quantity for the next goods, from a card
 * @param armed HOLD, UNHOLD or DAMAGE: what happens to the next thing
 * @param skipped tasks that the operator passed over
 * @param undo events that can be taken back, the newest first; at most 20
 * @param partial goods that lacked a lot, for the second barcode of the same label
 * @param question an event that waits for CONFIRM, with the code of the question
 * @param last the last scan, to tell a repeat
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Context(
        @Nullable DocumentReference receivingOrder,
        @Nullable DocumentReference order,
        @Nullable String location,
        @Nullable Lifted lifted,
        @Nullable BigDecimal quantity,
        @Nullable String tote,
        @Nullable String armed,
        List<Long> skipped,
        List<String> undo,
        @Nullable Partial partial,
        @Nullable Question question,
        @Nullable Last last) {
    private static final int MOST_UNDO = 20;
    private static final int MOST_SKIPPED = 50;

    static final Context EMPTY =
            new Context(null, null, null, null, null, null, null, List.of(), List.of(), null, null, null);

    /** @param operation MOVE, or STOW for a plate that has just come in */
    record Lifted(
            @Nullable Barcode barcode,
            @Nullable String plate,
            @Nullable String from,
            @Nullable BigDecimal quantity,
            String operation,
            String canonical) {}

    record Partial(Barcode barcode, long millis) {}

    record Question(JsonNode event, String code) {}

    record Last(String canonical, long millis) {}

    Context {
        skipped = skipped == null ? List.of() : List.copyOf(skipped);
        undo = undo == null ? List.of() : List.copyOf(undo);
    }

    Around around() {
        return new Around(receivingOrder, order, location);
    }

    /** Nothing but the place is open, and nothing waits. */
    Context ended() {
        return new Context(null, null, location, null, null, null, null, List.of(), undo, null, null, last);
    }

    Context receiving(DocumentReference document) {
        return new Context(document, null, location, null, quantity, null, null, List.of(), undo, null, null, last);
    }

    Context picking(DocumentReference document) {
        return new Context(null, document, location, null, quantity, tote, null, List.of(), undo, null, null, last);
    }

    Context at(@Nullable String place) {
        return new Context(
                receivingOrder, order, place, lifted, quantity, tote, armed, skipped, undo, null, question, last);
    }

    Context lifting(@Nullable Lifted load) {
        return new Context(receivingOrder, order, location, load, null, tote, armed, skipped, undo, null, null, last);
    }

    Context counting(@Nullable BigDecimal units) {
        return new Context(
                receivingOrder, order, location, lifted, units, tote, armed, skipped, undo, partial, question, last);
    }

    Context into(@Nullable String container) {
        return new Context(
                receivingOrder,
                order,
                location,
                lifted,
                quantity,
                container,
                armed,
                skipped,
                undo,
                null,
                question,
                last);
    }

    Context armed(@Nullable String operation) {
        return new Context(
                receivingOrder, order, location, lifted, quantity, tote, operation, skipped, undo, null, null, last);
    }

    Context skipping(long task) {
        List<Long> more = new ArrayList<>(skipped);
        more.add(task);
        List<Long> kept = more.subList(Math.max(0, more.size() - MOST_SKIPPED), more.size());
        return new Context(
                receivingOrder, order, location, lifted, quantity, tote, armed, kept, undo, null, null, last);
    }

    /** After an event that was booked: what was for one scan is used up. */
    Context booked(@Nullable String undoable) {
        List<String> events = new ArrayList<>(undo);
        if (undoable != null) {
            events.add(0, undoable);
        }
        List<String> kept = events.subList(0, Math.min(MOST_UNDO, events.size()));
        return new Context(receivingOrder, order, location, lifted, null, tote, null, skipped, kept, null, null, last);
    }

    Context undone() {
        List<String> rest = undo.isEmpty() ? undo : undo.subList(1, undo.size());
        return new Context(
                receivingOrder, order, location, lifted, quantity, tote, armed, skipped, rest, null, null, last);
    }

    Context waiting(@Nullable Partial goods, @Nullable Question asked) {
        return new Context(
                receivingOrder, order, location, lifted, quantity, tote, armed, skipped, undo, goods, asked, last);
    }

    Context seen(String canonical, long millis) {
        return new Context(
                receivingOrder,
                order,
                location,
                lifted,
                quantity,
                tote,
                armed,
                skipped,
                undo,
                partial,
                question,
                new Last(canonical, millis));
    }

    /** The same text again so soon was one pull of the trigger. */
    boolean repeats(String canonical, long millis, int windowMillis) {
        return last != null
                && Objects.equals(last.canonical, canonical)
                && Math.abs(millis - last.millis) <= windowMillis
                && windowMillis > 0;
    }
}
