package dev.lotline.edge.floor.raw;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lotline.edge.floor.ScanReply;
import dev.lotline.edge.floor.raw.ContextSql.Claim;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.operations.devices.Device;
import dev.lotline.operations.devices.Devices;
import dev.lotline.stock.ledger.Verdict;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Takes raw scans one by one per device, whichever node they come to: the first statement claims the device, the event
 * is written down before it is posted, the answer and what is open from then on are written together. A node that dies
 * in between leaves an event that the next scan of the device, or the same scan again, finishes; its id makes that
 * harmless.
 */
@Singleton
public class RawScans {
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final int TRIES = 40;
    private static final Duration FIRST_WAIT = Duration.ofMillis(10);
    private static final Duration LONGEST_WAIT = Duration.ofMillis(200);

    /** Asked for again in a moment. */
    private static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Busy() {
            super("another scan of this device is being worked on", null, false, false);
        }
    }

    /** What a scan became: the event as it is posted, and what is open if it is refused, or booked. */
    record Decided(JsonNode event, Context before, Context next, long millis) {}

    private final ContextSql sql;
    private final Devices devices;
    private final Meaning meaning;
    private final Booking booking;
    private final ObjectMapper json;
    private final Duration idle;

    RawScans(
            ContextSql sql,
            Devices devices,
            Meaning meaning,
            Booking booking,
            ObjectMapper json,
            @ConfigProperty(name = "lotline.scan.context-idle") Duration idle) {
        this.sql = sql;
        this.devices = devices;
        this.meaning = meaning;
        this.booking = booking;
        this.json = json;
        this.idle = idle;
    }

    /**
     * The verdict of one scan. Ends with UNKNOWN_DEVICE (not registered, or of a warehouse outside the scope),
     * DEVICE_INACTIVE, and OVERLOADED or UNAVAILABLE when it should be sent again unchanged.
     */
    public Uni<ScanReply> take(RawScan scan, Actor actor, String language) {
        return devices.find(scan.device(), actor.scope())
                .onFailure(RawScans::isHidden)
                .recoverWithNull()
                .chain(device -> {
                    if (device == null) {
                        throw Refusal.of(RefusalCode.UNKNOWN_DEVICE, "device", scan.device());
                    }
                    return attempt(scan, device, actor, language)
                            .onFailure(Busy.class)
                            .retry()
                            .withBackOff(FIRST_WAIT, LONGEST_WAIT)
                            .atMost(TRIES)
                            .onFailure(failure -> failure instanceof Busy || failure.getCause() instanceof Busy)
                            .transform(busy -> Refusal.of(RefusalCode.OVERLOADED));
                });
    }

    private static boolean isHidden(Throwable failure) {
        return failure instanceof Refusal refusal && refusal.code() == RefusalCode.NOT_FOUND;
    }

    private Uni<ScanReply> attempt(RawScan scan, Device device, Actor actor, String language) {
        return Uni.createFrom()
                .deferred(() -> sql.claim(scan, idle.toMillis() / 1000.0, LEASE.toSeconds()))
                .chain(claim -> {
                    if (claim == null) {
                        throw Refusal.of(RefusalCode.DEVICE_INACTIVE, "device", scan.device());
                    }
                    return worked(scan, claim, device, actor, language);
                });
    }

    private Uni<ScanReply> worked(RawScan scan, Claim claim, Device device, Actor actor, String language) {
        return switch (claim.outcome()) {
            case "REPLAY" ->
                Uni.createFrom()
                        .item(read(Objects.requireNonNull(claim.reply()), ScanReply.class)
                                .again());
            case "BUSY" -> Uni.createFrom().failure(new Busy());
            case "FINISH" -> {
                RawScan before =
                        new RawScan(scan.device(), Objects.requireNonNull(claim.pending()), null, "", "", scan.body());
                yield finish(before, claim, actor, language)
                        .chain(done -> Uni.createFrom().failure(new Busy()));
            }
            case "RESUME" -> finish(scan, claim, actor, language);
            case "TAKEN" -> taken(scan, claim, device, actor, language);
            default ->
                Uni.createFrom()
                        .item(ScanReply.told(
                                scan.id(),
                                language,
                                Verdict.REFUSED,
                                claim.outcome(),
                                new ObjectFacts().put("last", claim.last()).map()));
        };
    }

    private Uni<ScanReply> taken(RawScan scan, Claim claim, Device device, Actor actor, String language) {
        Context open = read(Objects.requireNonNull(claim.state()), Context.class);
        long millis = scan.body().at() == null
                ? claim.millis()
                : scan.body().at().toInstant().toEpochMilli();
        return meaning.of(scan, open, device, actor, millis)
                .chain(found -> {
                    if (found.repeated()) {
                        Context seen = open.seen(found.canonical(), millis);
                        return told(scan, "DUPLICATE_SCAN", Verdict.WARN, Map.of(), seen, language);
                    }
                    return meaning.printed(found, scan, open, device, actor, language)
                            .chain(step -> taken(step, scan, claim, open, found.canonical(), actor, language, millis));
                })
                .onFailure()
                .call(failure -> sql.release(scan).onFailure().recoverWithNull());
    }

    private Uni<ScanReply> taken(
            Step step,
            RawScan scan,
            Claim claim,
            Context open,
            String canonical,
            Actor actor,
            String language,
            long millis) {
        if (step instanceof Step.Told told) {
            Context next = told.next().seen(canonical, millis);
            return told(scan, told.code(), told.verdict(), told.facts(), next, language);
        }
        Step.Event event = (Step.Event) step;
        Context next = event.next().seen(canonical, millis);
        return decided(scan, event.fields(), open.seen(canonical, millis), next, claim, actor, language, millis);
    }

    private Uni<ScanReply> told(
            RawScan scan, String code, Verdict verdict, Map<String, Object> facts, Context next, String language) {
        ScanReply reply = ScanReply.told(scan.id(), language, verdict, code, facts);
        return sql.done(scan, text(reply), text(next)).replaceWith(reply);
    }

    private Uni<ScanReply> decided(
            RawScan scan,
            ObjectNode fields,
            Context before,
            Context next,
            Claim claim,
            Actor actor,
            String language,
            long millis) {
        ObjectNode event = fields.deepCopy();
        event.put("id", scan.id().toString()).put("warehouse", claim.warehouse());
        if (scan.body().at() != null) {
            event.put("at", scan.body().at().toString());
        }
        event.properties().removeIf(entry -> entry.getValue().isNull());
        Decided decided = new Decided(event, before, next, millis);
        return sql.decide(scan, text(decided)).chain(held -> held ? booked(scan, decided, actor, language) : again());
    }

    private static Uni<ScanReply> again() {
        return Uni.createFrom().failure(new Busy());
    }

    private Uni<ScanReply> finish(RawScan scan, Claim claim, Actor actor, String language) {
        Decided decided = read(Objects.requireNonNull(claim.decided()), Decided.class);
        return booked(scan, decided, actor, language)
                .onFailure()
                .call(failure -> sql.release(scan).onFailure().recoverWithNull());
    }

    private Uni<ScanReply> booked(RawScan scan, Decided decided, Actor actor, String language) {
        return booking.book(decided.event(), actor, language).chain(reply -> {
            Context after = Booking.after(decided.before(), decided.next(), decided.event(), reply, decided.millis());
            return sql.done(scan, text(reply), text(after)).replaceWith(reply);
        });
    }

    private <T> T read(String stored, Class<T> type) {
        try {
            return json.readValue(stored, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is open on a device can't be read", e);
        }
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
