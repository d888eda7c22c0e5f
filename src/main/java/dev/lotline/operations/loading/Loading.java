package dev.lotline.operations.loading;

import dev.lotline.kernel.Actor;
import dev.lotline.kernel.FieldCheck;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import dev.lotline.kernel.Text;
import dev.lotline.operations.loading.LoadSql.Found;
import dev.lotline.operations.loading.LoadSql.Opened;
import dev.lotline.operations.loading.LoadSql.Taken;
import dev.lotline.stock.ledger.Envelope;
import dev.lotline.stock.ledger.Ledger;
import dev.lotline.stock.ledger.Posting;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Sets quantities of positions to what another system says. Each entry has its own fate and stops no other. */
@Singleton
public class Loading {
    private static final Logger LOG = Logger.getLogger(Loading.class);

    /** @param replayed it was here before; nothing was written */
    public record Done<T>(boolean replayed, T what) {}

    private final LoadSql sql;
    private final Ledger ledger;

    Loading(LoadSql sql, Ledger ledger) {
        this.sql = sql;
        this.ledger = ledger;
    }

    /** Opens a job; the same key and body again is the same job. Ends with VALIDATION_FAILED, KEY_REUSED, UNKNOWN_OWNER. */
    public Uni<Done<LoadJob>> open(NewJob asked, UUID key, byte[] hash, Actor actor) {
        new FieldCheck()
                .that(asked.name() != null, "name", "is required")
                .text("name", asked.name(), Text.NAME)
                .optionalCode("retailerId", asked.owner())
                .done();
        if (asked.owner() != null) {
            actor.scope().requireOwner(asked.owner());
        }
        return sql.open(key, hash, asked, actor.name())
                .chain(id -> sql.job(id, key).map(opened -> {
                    Opened job = Objects.requireNonNull(opened);
                    if (!Arrays.equals(job.hash(), hash) || !job.job().askedBy().equals(actor.name())) {
                        throw Refusal.of(RefusalCode.KEY_REUSED);
                    }
                    return new Done<>(id == null, job.job());
                }));
    }

    /** Ends with UNKNOWN_DOCUMENT, also where somebody else's credential opened it. */
    public Uni<LoadJob> job(long id, Actor actor) {
        return sql.job(id, null).map(opened -> {
            if (opened == null || !opened.job().askedBy().equals(actor.name())) {
                throw Refusal.of(RefusalCode.UNKNOWN_DOCUMENT, "reference", id);
            }
            return opened.job();
        });
    }

    /** Ends with UNKNOWN_DOCUMENT. */
    public Uni<LoadBatch> batch(long job, int n, Actor actor) {
        return job(job, actor).chain(known -> sql.batch(job, n)).map(found -> {
            if (found == null) {
                throw Refusal.of(RefusalCode.UNKNOWN_DOCUMENT, "reference", job + "/" + n);
            }
            return found;
        });
    }

    /**
     * Does a batch, entry by entry; a batch that was broken off goes on where it stopped when it is sent again. Ends
     * with VALIDATION_FAILED (too many entries, none), UNKNOWN_DOCUMENT, KEY_REUSED.
     */
    public Uni<Done<LoadBatch>> load(
            LoadJob job, List<LoadEntry> entries, Envelope envelope, byte[] hash, Actor actor) {
        new FieldCheck()
                .that(!entries.isEmpty(), "entities", "must not be empty")
                .that(entries.size() <= LoadRules.MOST_ENTRIES, "entities", "must be at most " + LoadRules.MOST_ENTRIES)
                .done();
        return sql.take(job.id(), envelope.id(), hash, entries.size())
                .chain(n -> sql.taken(envelope.id()).chain(found -> {
                    Taken taken = Objects.requireNonNull(found);
                    if (taken.job() != job.id() || !Arrays.equals(taken.hash(), hash)) {
                        throw Refusal.of(RefusalCode.KEY_REUSED);
                    }
                    Uni<Void> done = taken.complete()
                            ? Uni.createFrom().voidItem()
                            : carryOut(job, taken.n(), entries, envelope, actor.scope())
                                    .chain(() -> sql.complete(job.id(), taken.n()));
                    return done.chain(() -> sql.batch(job.id(), taken.n()))
                            .map(batch -> new Done<>(n == null, Objects.requireNonNull(batch)));
                }));
    }

    private Uni<Void> carryOut(LoadJob job, int n, List<LoadEntry> entries, Envelope envelope, Scope scope) {
        List<LoadResult> decided = new ArrayList<>();
        List<LoadEntry> sound = new ArrayList<>();
        for (LoadEntry each : entries) {
            LoadRules.problem(each).ifPresentOrElse(no -> decided.add(refused(each, no)), () -> sound.add(each));
        }
        if (job.preprocessing()) {
            Set<Integer> older = LoadRules.superseded(sound);
            sound.removeIf(each -> older.contains(each.entry())
                    && decided.add(new LoadResult(each.entry(), each.known(), "SUPERSEDED", null, Map.of())));
        }
        return sql.goods(scope, sound.stream().map(LoadEntry::goods).toList()).chain(goods -> {
            List<Found> found = new ArrayList<>();
            for (int k = 0; k < sound.size(); k++) {
                try {
                    found.add(GoodsCheck.of(sound.get(k), goods.get(k)));
                } catch (Refusal no) {
                    decided.add(refused(sound.get(k), no));
                }
            }
            JsonObject batch =
                    new JsonObject().put("job", job.id()).put("batch", n).put("preprocess", job.preprocessing());
            return sql.record(job.id(), n, decided)
                    .chain(() -> Multi.createFrom()
                            .iterable(LoadRules.commands(found))
                            .onItem()
                            .transformToUniAndConcatenate(together -> post(together, batch, envelope))
                            .collect()
                            .asList()
                            .replaceWithVoid());
        });
    }

    /** A set that the books can't take is tried apart, so that the sound ones get through. */
    private Uni<Void> post(List<Found> together, JsonObject batch, Envelope envelope) {
        return ledger.command(posting(together, batch, envelope))
                .replaceWithVoid()
                .onFailure(fault -> !(fault instanceof Refusal))
                .recoverWithUni(fault -> {
                    if (together.size() > 1) {
                        return Multi.createFrom()
                                .iterable(together)
                                .onItem()
                                .transformToUniAndConcatenate(one -> post(List.of(one), batch, envelope))
                                .collect()
                                .asList()
                                .replaceWithVoid();
                    }
                    LoadEntry asked = together.get(0).asked();
                    LOG.error("an entry that the books can't take: " + asked.known(), fault);
                    return sql.record(
                            batch.getLong("job"),
                            batch.getInteger("batch"),
                            List.of(new LoadResult(asked.entry(), asked.known(), "REFUSED", "FAULT", Map.of())));
                });
    }

    /**
     * One quantity, at once. Ends as {@link #load} says of an entry: with its refusal, or DOCUMENT_CLOSED when what is
     * there is newer.
     */
    public Uni<LoadResult> set(LoadEntry asked, Envelope envelope, Scope scope) {
        LoadRules.problem(asked).ifPresent(no -> {
            throw no;
        });
        return sql.goods(scope, List.of(asked.goods()))
                .map(known -> GoodsCheck.of(asked, known.get(0)))
                .chain(found ->
                        ledger.command(posting(List.of(found), new JsonObject().put("preprocess", false), envelope)))
                .map(posted ->
                        result(posted.orRefuse().facts().getJsonArray("results").getJsonObject(0), asked));
    }

    private static LoadResult result(JsonObject told, LoadEntry asked) {
        JsonObject facts = told.getJsonObject("facts", new JsonObject());
        String outcome = told.getString("outcome");
        if (outcome.equals("STALE")) {
            throw Refusal.of(RefusalCode.DOCUMENT_CLOSED, "reference", asked.known());
        }
        if (outcome.equals("REFUSED")) {
            RefusalCode code = RefusalCode.valueOf(told.getString("code"));
            throw code == RefusalCode.VALIDATION_FAILED
                    ? Refusal.invalid(facts.getString("field"), facts.getString("message"))
                    : Refusal.of(code, facts.getMap());
        }
        return new LoadResult(asked.entry(), asked.known(), outcome, told.getString("code"), facts.getMap());
    }

    private static LoadResult refused(LoadEntry asked, Refusal no) {
        JsonObject facts = new JsonObject();
        no.facts().forEach((name, value) -> facts.put(name, Text.shown(String.valueOf(value))));
        if (!no.violations().isEmpty()) {
            facts.put("field", no.violations().get(0).field())
                    .put("message", no.violations().get(0).message());
        }
        String ref = asked.ref() == null ? null : Text.shown(asked.ref());
        return new LoadResult(asked.entry(), ref, "REFUSED", no.code().name(), facts.getMap());
    }

    private static Posting posting(List<Found> together, JsonObject batch, Envelope envelope) {
        JsonArray entries = new JsonArray();
        together.forEach(each -> entries.add(json(each)));
        long warehouse = together.get(0).warehouseId();
        String part =
                envelope.id() + ":" + warehouse + ":" + together.get(0).asked().entry() + ":" + together.size();
        UUID id = batch.containsKey("job")
                ? UUID.nameUUIDFromBytes(part.getBytes(StandardCharsets.UTF_8))
                : envelope.id();
        Envelope one = new Envelope(
                id,
                envelope.device(),
                null,
                envelope.payloadHash(),
                envelope.effectHash(),
                batch.containsKey("job") ? batch.encode() : envelope.payload(),
                envelope.actor(),
                envelope.language(),
                null);
        return Posting.of("LOAD", warehouse, one).facts(batch.copy().put("entries", entries));
    }

    private static JsonObject json(Found found) {
        LoadEntry asked = found.asked();
        LoadEntry.Goods goods = asked.goods();
        return new JsonObject()
                .put("entry", asked.entry())
                .put("owner", found.ownerId())
                .put("item", found.itemId())
                .put("location", found.placeId())
                .put("lot", found.lotId())
                .put("lotNumber", found.lotId() == null ? goods.lotNumber() : null)
                .put("expirationDate", found.lotId() == null ? text(goods.expirationDate()) : null)
                .put("type", asked.type())
                .put("quantity", asked.quantity().toPlainString())
                .put("ref", asked.known())
                .put("named", asked.ref() != null)
                .put("active", asked.active())
                .put("epoch", text(asked.epoch()))
                .put("condition", asked.condition())
                .put("expectedOn", text(asked.expectedOn()))
                .put("attributes", asked.attributes())
                .put("content", asked.content())
                .put("reason", "quantity " + asked.type());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
