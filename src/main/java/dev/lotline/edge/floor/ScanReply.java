package dev.lotline.edge.floor;

import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.Sentences;
import dev.lotline.stock.ledger.Envelope;
import dev.lotline.stock.ledger.Posted;
import dev.lotline.stock.ledger.Verdict;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one scan, made from the facts that are stored with it: the same for the first time and for every copy,
 * but for {@code replayed}.
 */
public record ScanReply(
        UUID id,
        Verdict verdict,

        @Schema(description = "the event was here before; nothing was booked")
        boolean replayed,

        @Schema(examples = {"RECEIVED", "LOT_ON_HOLD"}) String code,

        @Schema(description = "a sentence for the operator, in the language asked for")
        String message,

        Tone tone,
        @Schema(description = "milliseconds on and off") List<Integer> vibrate,

        @Schema(description = "the short form of message, to be spoken")
        String say,

        @Schema(description = "units of the line: done and expected") @Nullable
        Map<String, Object> line,

        @Schema(description = "what is next: the next task of the order, or what is still open") @Nullable
        Map<String, Object> next,

        @Schema(description = "COUNT: id of the count, and whether it is posted; if so, the difference") @Nullable
        Map<String, Object> count,

        @Schema(description = "RETURN: RESTOCK, QUARANTINE or DISPOSE, as it was decided") @Nullable
        String action,

        @Schema(description = "field values behind the sentence: what was scanned, expected, available")
        Map<String, Object> facts,

        @Schema(description = "the id to send in UNDO.of, null when there is nothing to take back") @Nullable
        UUID undo) {

    public enum Tone {
        OK,
        WARN,
        STOP
    }

    /** Warnings behind which nothing was booked. */
    private static final Set<String> NOT_BOOKED = Set.of("DUPLICATE_SCAN", "LABEL_VOIDED", "LABEL_ALREADY_COUNTED");

    private static final Set<String> NOT_UNDOABLE = Set.of("UNDO", "UNPICK", "HOLD", "UNHOLD");

    static ScanReply of(Envelope envelope, ScanEvent event, Posted posted) {
        JsonObject facts = posted.facts();
        boolean carton = "RECEIVE".equals(event.operation()) && facts.containsKey("plate");
        boolean undoable = posted.verdict() != Verdict.REFUSED
                && !NOT_BOOKED.contains(posted.code())
                && !carton
                && !NOT_UNDOABLE.contains(String.valueOf(event.operation()));
        return reply(envelope.id(), posted, facts, undoable ? envelope.id() : null);
    }

    /** A refusal that is not stored, because there is no warehouse to store it under. */
    static ScanReply refused(Envelope envelope, Refusal refusal) {
        JsonObject facts = new JsonObject(refusal.facts());
        Posted posted = new Posted(Verdict.REFUSED, refusal.code().name(), envelope.language(), facts, false);
        return reply(envelope.id(), posted, facts, null);
    }

    /** The answer to a scan that books nothing. */
    public static ScanReply told(UUID id, String language, Verdict verdict, String code, Map<String, Object> facts) {
        JsonObject known = new JsonObject(facts);
        return reply(id, new Posted(verdict, code, language, known, false), known, null);
    }

    /** The same answer to a copy. */
    public ScanReply again() {
        return new ScanReply(
                id, verdict, true, code, message, tone, vibrate, say, line, next, count, action, facts, undo);
    }

    private static ScanReply reply(UUID id, Posted posted, JsonObject facts, @Nullable UUID undo) {
        JsonObject shown = facts.copy();
        JsonObject line = (JsonObject) shown.remove("line");
        JsonObject next = (JsonObject) shown.remove("next");
        JsonObject count = (JsonObject) shown.remove("count");
        String sentence = Sentences.of(posted.code(), shown.getMap(), Locale.forLanguageTag(posted.language()));
        return new ScanReply(
                id,
                posted.verdict(),
                posted.replayed(),
                posted.code(),
                sentence,
                switch (posted.verdict()) {
                    case OK -> Tone.OK;
                    case WARN -> Tone.WARN;
                    case REFUSED -> Tone.STOP;
                },
                switch (posted.verdict()) {
                    case OK -> List.of(30);
                    case WARN -> List.of(60, 60, 60);
                    case REFUSED -> List.of(80, 60, 80);
                },
                sentence,
                line == null ? null : line.getMap(),
                next == null ? null : next.getMap(),
                count == null ? null : count.getMap(),
                shown.getString("action"),
                shown.getMap(),
                undo);
    }
}
