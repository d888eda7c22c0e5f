package dev.lotline.edge.floor;

import dev.lotline.edge.floor.ResolverSql.Hit;
import dev.lotline.edge.floor.ResolverSql.Question;
import dev.lotline.gs1.scan.Carrier;
import dev.lotline.gs1.scan.Outcome;
import dev.lotline.gs1.scan.Reading;
import dev.lotline.gs1.scan.ScanMeaning;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import dev.lotline.stock.lot.ScannedGoods;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From a reading to the thing it names: the lowest tier with exactly one hit wins, more than one is said aloud. */
@Singleton
class BarcodeResolver {
    private static final int MAX_ALTERNATIVES = 4;

    /**
     * @param code UNKNOWN_BARCODE or AMBIGUOUS_BARCODE, null when there is one hit
     * @param confidence EXACT, CONTEXT (decided by the open document or place), ASSUMED (no symbology id)
     */
    record Resolution(@Nullable String code, @Nullable Hit hit, String confidence, List<Hit> alternatives) {}

    private final ResolverSql sql;

    BarcodeResolver(ResolverSql sql) {
        this.sql = sql;
    }

    Uni<Resolution> resolve(
            Reading reading, @Nullable Long warehouse, @Nullable String owner, @Nullable String document, Scope scope) {
        if (reading.outcome() == Outcome.REJECT) {
            return Uni.createFrom()
                    .item(new Resolution(RefusalCode.BARCODE_UNREADABLE.name(), null, "EXACT", List.of()));
        }
        ScanMeaning meaning = reading.meaning();
        String text = meaning.own() == null ? meaning.text() : meaning.own().code();
        Question question = new Question(
                warehouse,
                LabelReader.gtin(meaning),
                text,
                meaning.lot(),
                meaning.expirationDate(),
                owner,
                document,
                scope,
                plate(meaning));
        boolean assumed = reading.carrier() == Carrier.GS1
                && reading.issues().stream()
                        .anyMatch(issue -> issue.code().name().equals("AIM_ABSENT"));
        return sql.hits(question).map(hits -> choose(hits, assumed));
    }

    private static @Nullable String plate(ScanMeaning meaning) {
        return meaning.sscc() != null ? meaning.sscc().digits() : LabelReader.plate(meaning);
    }

    /** Goods that a plain text stands for: an item's other code, or a lot of the open document or the warehouse. */
    Uni<@Nullable ScannedGoods> plainText(String text, long warehouse, ScanEvent event, Scope scope) {
        String owner =
                event.receivingOrder() == null ? null : event.receivingOrder().owner();
        String document =
                event.receivingOrder() == null ? null : event.receivingOrder().reference();
        Question question = new Question(warehouse, null, text, null, null, owner, document, scope, null);
        return sql.hits(question).map(hits -> {
            Hit hit = choose(hits.stream().filter(found -> found.sku() != null).toList(), false)
                    .hit();
            return hit == null
                    ? null
                    : new ScannedGoods(hit.owner(), hit.sku(), null, hit.lotNumber(), hit.expirationDate(), null);
        });
    }

    private static Resolution choose(List<Hit> hits, boolean assumed) {
        if (hits.isEmpty()) {
            return new Resolution(RefusalCode.UNKNOWN_BARCODE.name(), null, "EXACT", List.of());
        }
        int tier = hits.get(0).tier();
        List<Hit> best = hits.stream().filter(hit -> hit.tier() == tier).toList();
        if (best.size() > 1) {
            return new Resolution(
                    RefusalCode.AMBIGUOUS_BARCODE.name(),
                    null,
                    "SUSPECT",
                    best.stream().limit(MAX_ALTERNATIVES).toList());
        }
        List<Hit> others = hits.stream().skip(1).limit(MAX_ALTERNATIVES).toList();
        String confidence = assumed ? "ASSUMED" : best.get(0).byContext() ? "CONTEXT" : "EXACT";
        return new Resolution(null, best.get(0), confidence, others);
    }
}
