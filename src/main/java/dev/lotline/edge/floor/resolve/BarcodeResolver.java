package dev.lotline.edge.floor.resolve;

import dev.lotline.edge.floor.resolve.ResolverSql.Hit;
import dev.lotline.edge.floor.resolve.ResolverSql.Question;
import dev.lotline.edge.floor.resolve.Suspicions.Suspicion;
import dev.lotline.gs1.ScanIssue;
import dev.lotline.gs1.scan.Carrier;
import dev.lotline.gs1.scan.Outcome;
import dev.lotline.gs1.scan.OwnCode;
import dev.lotline.gs1.scan.Reading;
import dev.lotline.gs1.scan.ScanMeaning;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import dev.lotline.operations.printing.LabelSerial;
import dev.lotline.stock.lot.ScannedGoods;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * From a reading to the thing it names: the lowest tier with exactly one hit wins; among several the one that what is open
 * here singles out; else they are said aloud, the likeliest first.
 */
@Singleton
public class BarcodeResolver {
    private static final int MAX_ALTERNATIVES = 4;

    /** What is open around a scan; null = nothing. */
    public record Around(
            @Nullable DocumentReference receivingOrder,
            @Nullable DocumentReference order,
            @Nullable String location) {
        public static final Around NOTHING = new Around(null, null, null);
    }

    /**
     * @param code UNKNOWN_BARCODE, AMBIGUOUS_BARCODE or SUSPECT_MISSING_GS, null when there is one hit
     * @param confidence EXACT, CONTEXT (decided by the open document or place), ASSUMED (no symbology id), SUSPECT
     * @param why one sentence: how it was decided, or why it wasn't
     * @param suspicions other readings of a label that has lost a separator
     */
    public record Resolution(
            @Nullable String code,
            @Nullable Hit hit,
            String confidence,
            String why,
            List<Hit> alternatives,
            List<Suspicion> suspicions) {}

    private final ResolverSql sql;
    private final Suspicions suspicions;

    BarcodeResolver(ResolverSql sql, Suspicions suspicions) {
        this.sql = sql;
        this.suspicions = suspicions;
    }

    /** Never refuses; an unreadable barcode is a resolution with the code BARCODE_UNREADABLE. */
    public Uni<Resolution> resolve(
            Reading reading, @Nullable Long warehouse, Around around, Scope scope, LocalDate today) {
        return resolved(reading, today, scope, () -> sound(reading, warehouse, around, scope, false));
    }

    /**
     * The same for a device that opens documents by scanning their names: an open document of the warehouse wins over an
     * item or lot that only happens to be called like it.
     */
    public Uni<Resolution> resolveOnDevice(
            Reading reading, long warehouse, Around around, Scope scope, LocalDate today) {
        return resolved(reading, today, scope, () -> sound(reading, warehouse, around, scope, true));
    }

    private Uni<Resolution> resolved(Reading reading, LocalDate today, Scope scope, Supplier<Uni<Resolution>> sound) {
        if (!Suspicions.worthAsking(reading, today)) {
            return sound.get();
        }
        return suspicions.of(reading, today, scope).chain(found -> {
            if (found.isEmpty()) {
                return sound.get();
            }
            return Uni.createFrom()
                    .item(new Resolution(
                            RefusalCode.SUSPECT_MISSING_GS.name(),
                            null,
                            "SUSPECT",
                            found.get(0).strong()
                                    ? "lot " + found.get(0).lot()
                                            + " is known, what was read is not: a separator was lost"
                                    : "the end of a value reads as a date: a separator may have been lost",
                            List.of(),
                            found));
        });
    }

    private Uni<Resolution> sound(
            Reading reading, @Nullable Long warehouse, Around around, Scope scope, boolean documentsFirst) {
        if (reading.outcome() == Outcome.REJECT) {
            String why = "it can't be read, so it names nothing";
            return Uni.createFrom()
                    .item(new Resolution(
                            RefusalCode.BARCODE_UNREADABLE.name(), null, "EXACT", why, List.of(), List.of()));
        }
        ScanMeaning meaning = reading.meaning();
        OwnCode own = meaning.own();
        String product = LabelReader.product(meaning);
        Question question = new Question(
                warehouse,
                product,
                own == null ? meaning.text() : own.code(),
                meaning.lot(),
                meaning.expirationDate(),
                around,
                scope,
                meaning.sscc() != null ? meaning.sscc().digits() : LabelReader.plate(meaning),
                own == null ? meaning.text() : own.prefix() + own.code(),
                product == null ? null : ResolverRules.each(product),
                own == null ? null : lot(own.prefix() + own.code()));
        boolean assumed = reading.carrier() == Carrier.GS1
                && reading.issues().stream().anyMatch(issue -> issue.code() == ScanIssue.Code.AIM_ABSENT);
        return sql.hits(question).map(hits -> {
            Hit document = documentsFirst ? ResolverRules.openDocument(hits) : null;
            return document == null
                    ? choose(hits, assumed)
                    : new Resolution(
                            null, document, "CONTEXT", "an open document here is called so", List.of(), List.of());
        });
    }

    /** Goods that a plain text stands for: an item's other code, or a lot of the open document or the warehouse. */
    public Uni<@Nullable ScannedGoods> plainText(String text, long warehouse, Around around, Scope scope) {
        Question question = new Question(warehouse, null, text, null, null, around, scope, null, text, null, lot(text));
        return sql.hits(question).map(hits -> {
            Hit hit = choose(hits.stream().filter(found -> found.sku() != null).toList(), false)
                    .hit();
            return hit == null
                    ? null
                    : new ScannedGoods(hit.owner(), hit.sku(), null, hit.lotNumber(), hit.expirationDate(), null);
        });
    }

    /** Number of the lot that a label of ours is stuck to; null if the text is none. */
    private static @Nullable Long lot(String text) {
        OwnCode own = OwnCode.parse(text);
        return own == null || own.kind() != OwnCode.Kind.LOT ? null : LabelSerial.number(own.code());
    }

    private static Resolution choose(List<Hit> hits, boolean assumed) {
        List<Hit> real = hits.stream().filter(hit -> !hit.kind().equals("CASE")).toList();
        if (real.isEmpty()) {
            return new Resolution(
                    RefusalCode.UNKNOWN_BARCODE.name(), null, "EXACT", ResolverRules.unknown(hits), hits, List.of());
        }
        int tier = real.get(0).tier();
        List<Hit> best = real.stream().filter(hit -> hit.tier() == tier).toList();
        Hit chosen = ResolverRules.singled(best);
        if (chosen == null) {
            return new Resolution(
                    RefusalCode.AMBIGUOUS_BARCODE.name(),
                    null,
                    "SUSPECT",
                    best.size() + " " + ResolverRules.TIERS.get(tier) + ", and nothing open here tells which",
                    best.stream().limit(MAX_ALTERNATIVES).toList(),
                    List.of());
        }
        List<Hit> others = real.stream()
                .filter(hit -> hit != chosen)
                .limit(MAX_ALTERNATIVES)
                .toList();
        boolean byContext = best.size() > 1 || (chosen.byContext() && chosen.rank() == 0);
        String confidence = assumed ? "ASSUMED" : byContext ? "CONTEXT" : "EXACT";
        return new Resolution(null, chosen, confidence, ResolverRules.why(chosen, best.size()), others, List.of());
    }
}
